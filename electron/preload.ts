import { contextBridge, ipcRenderer } from 'electron';
import { createBridge } from './host/electron/bridge.ts';

contextBridge.exposeInMainWorld('foyer', createBridge(ipcRenderer));
