import { contextBridge, ipcRenderer } from "electron";
import type { Transport } from "../../shared/rpc/define.ts";

/* Names of the channels are the main process's too: a preload in a sandbox cannot share a file with it. */
const transport: Transport = {
  request: (command, input) => ipcRenderer.invoke("baton:request", command, input),
  onPush(listener) {
    const hear = (_event: unknown, push: string, payload: unknown): void => listener(push, payload);
    ipcRenderer.on("baton:push", hear);
    return () => {
      ipcRenderer.off("baton:push", hear);
    };
  },
};

contextBridge.exposeInMainWorld("baton", transport);
