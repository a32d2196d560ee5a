/*
 * Imported first by every script. On Linux and Windows `npm ci` brings Node 24 and npm puts it first on the PATH of its
 * scripts; macOS has no such package, and there the machine's own Node is what runs.
 */

const oldest = { major: 22, minor: 12 };
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
  console.error(
    `Baton's scripts need Node ${oldest.major}.${oldest.minor} or newer, and this is ${process.versions.node}.\n` +
      (process.platform === "darwin"
        ? "Install it with `brew install node@24`, or from https://nodejs.org, and run the command again."
        : "Run the command through npm (`npm start`, `npm test`) after `npm ci`, which brings a Node that fits."),
  );
  process.exit(1);
}
