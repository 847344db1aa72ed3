let context: AudioContext | undefined;

/** A short quiet tone: the code was read. Silent where a page may not make sounds yet (nobody has touched it), and then without a complaint. */
export function playTone(): void {
  if (!navigator.userActivation.hasBeenActive || !('AudioContext' in window)) return;
  context ??= new AudioContext();
  const oscillator = new OscillatorNode(context, { frequency: 880 });
  const volume = new GainNode(context, { gain: 0.12 });
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.16);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start();
  oscillator.stop(context.currentTime + 0.16);
}
