interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much of a picture may be cut off for it to fill its frame: a poster keeps its edges, a photograph hardly needs them. */
const mayCut = 0.25;

/** How a picture is laid into a frame: `cover` fills it where little is cut off, otherwise `contain` shows all of it. Sizes in any unit. */
export function pictureFit(picture: Size, frame: Size): 'cover' | 'contain' {
  const shapes = [picture.width / picture.height, frame.width / frame.height];
  return Math.min(...shapes) / Math.max(...shapes) >= 1 - mayCut ? 'cover' : 'contain';
}
