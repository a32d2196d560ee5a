import { Menu } from "electron";

/**
 * Replaces Electron's own menu, whose keys reload the page and open the developer tools. macOS takes the keys for copy and
 * paste from a menu; elsewhere pages have them by themselves.
 */
export function setAppMenu(platform: NodeJS.Platform): void {
  if (platform !== "darwin") {
    Menu.setApplicationMenu(null);
    return;
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: "appMenu" }, { role: "editMenu" }, { role: "windowMenu" }]));
}
