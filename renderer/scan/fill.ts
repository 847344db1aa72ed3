/**
 * Makes `inner` (in its own layout size) cover `outer`, mirrored, as a transform. html5-qrcode decodes at the picture's CSS size, which
 * transforms leave alone: so it decodes the camera's own pixels however large or small the viewfinder is. Returns the stop function.
 */
export function fill(outer: HTMLElement, inner: HTMLElement): () => void {
  const fit = () => {
    const { clientWidth: width, clientHeight: height } = inner;
    if (width === 0 || height === 0) return;
    const factor = Math.max(outer.clientWidth / width, outer.clientHeight / height);
    inner.style.transform = `translate(-50%, -50%) scale(${-factor}, ${factor})`;
  };
  const observer = new ResizeObserver(fit);
  observer.observe(outer);
  observer.observe(inner);
  return () => observer.disconnect();
}
