export const npm = "(^|/)node_modules/";

/** @type {import("dependency-cruiser").DependencyType[]} */
export const typeOnly = ["type-only"];

/** Packages that many files may import, because they are the language that those files are written in. */
export const everywhere = ["electron", "react", "react-dom", "valibot", "zustand"];

/** @param {readonly string[]} names */
export const packages = (names) => `${npm}(${names.map((name) => `(@types/)?${name}`).join("|")})/`;
