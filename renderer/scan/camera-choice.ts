/** What is known of a camera without opening it; the label is empty until the page has been allowed a camera once. */
export interface CameraDevice {
  readonly deviceId: string;
  readonly label: string;
}

/** What speaks for and against a camera. */
export interface Preference {
  /** The camera that worked last. */
  readonly remembered?: string | undefined;
  /** What the installer set: a part of its name, in any case. */
  readonly wanted?: string | undefined;
  /** Cameras that failed a moment ago, the newest last. */
  readonly failed: readonly string[];
}

/** The order in which to try cameras: what the installer named, then the one that worked last, then each; those that have just failed come last, the longest ago first. */
export function inOrder(devices: readonly CameraDevice[], { remembered, wanted, failed }: Preference): string[] {
  const rank = ({ deviceId, label }: CameraDevice): number => {
    const fault = failed.lastIndexOf(deviceId);
    if (fault >= 0) return 10 + fault;
    if (isWanted(label, wanted)) return 0;
    return deviceId === remembered ? 1 : 2;
  };
  return devices
    .filter(({ deviceId }) => deviceId !== '')
    .map((device) => ({ device, rank: rank(device) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ device }) => device.deviceId);
}

/** Whether a camera is the one that the installer named. */
export const isWanted = (label: string, wanted: string | undefined): boolean =>
  wanted !== undefined && wanted !== '' && label.toLowerCase().includes(wanted.toLowerCase());
