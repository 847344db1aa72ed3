import { Pause, Play } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ContentShown } from '../../electron/contract/lobby.ts';
import { Arches } from '../parts/Arches.tsx';
import { scriptLanguage } from '../parts/Name.tsx';
import { useScreen } from '../store.ts';
import type { Words } from '../words/words.ts';
import { type IdleEvent, isMoving, type Turn } from './idle.ts';
import { pictureFit } from './picture-fit.ts';
import { textWidth } from './text-width.ts';
import { useIdle } from './use-idle.ts';

type Tell = (event: IdleEvent) => void;

/**
 * What the site plays while nobody is there, one item over the other; the arches until the first can be seen. A touch anywhere on it
 * stops it, and another lets it go on (WCAG 2.2.2): the button reaches over the whole of it.
 */
export function Idle(props: { readonly content: readonly ContentShown[]; readonly words: Words['idle'] }): ReactNode {
  const { content, words } = props;
  const paused = useScreen((screen) => screen.paused);
  const [idle, tell] = useIdle(content, paused);
  const Icon = paused ? Play : Pause;
  return (
    <section className="idle" aria-label={words.name} aria-live="off">
      {!idle.shown && <Arches />}
      {(['before', 'shown', 'coming'] as const).map((part) => {
        const turn = idle[part];
        return turn && <Layer key={turn.number} turn={turn} part={part} tell={tell} />;
      })}
      {isMoving(idle) && (
        <button type="button" onClick={() => useScreen.setState({ paused: !paused })}>
          <Icon aria-hidden="true" className="icon" />
          <span>{paused ? words.play : words.pause}</span>
        </button>
      )}
    </section>
  );
}

function Layer(props: { readonly turn: Turn; readonly part: 'before' | 'shown' | 'coming'; readonly tell: Tell }): ReactNode {
  const { turn, part, tell } = props;
  const { item, number } = turn;
  return (
    <div className={`layer ${item.kind} ${part}`} aria-hidden={part !== 'shown'}>
      {item.kind === 'picture' ? (
        <Picture source={item.source} number={number} tell={tell} />
      ) : (
        <Text text={item.text} number={number} tell={tell} />
      )}
    </div>
  );
}

/** A picture says that it is ready when it is decoded, so that it is never seen half. */
function Picture({ source, number, tell }: { readonly source: string; readonly number: number; readonly tell: Tell }): ReactNode {
  const picture = useRef<HTMLImageElement>(null);
  const [fit, setFit] = useState<ReturnType<typeof pictureFit>>();
  useEffect(() => {
    const image = picture.current;
    if (!image) return;
    const ready = () => {
      const frame = { width: image.clientWidth, height: image.clientHeight };
      setFit(pictureFit({ width: image.naturalWidth, height: image.naturalHeight }, frame));
      tell({ type: 'ready', turn: number });
    };
    image.decode().then(ready, () => tell({ type: 'failed', turn: number }));
  }, [number, tell]);
  return (
    <>
      {fit === 'contain' && <img className="backdrop" src={source} alt="" draggable={false} />}
      <img ref={picture} className={fit} src={source} alt="" draggable={false} />
    </>
  );
}

function Text({ text, number, tell }: { readonly text: string; readonly number: number; readonly tell: Tell }): ReactNode {
  useEffect(() => tell({ type: 'ready', turn: number }), [number, tell]);
  return (
    <p dir="auto" lang={scriptLanguage(text)} className={`clamped ${textSize(text)}`}>
      {text}
    </p>
  );
}

/** Few words stand large. */
function textSize(text: string): 'short' | 'medium' | 'long' | 'longest' {
  const width = textWidth(text);
  if (width <= 60) return 'short';
  if (width <= 180) return 'medium';
  return width <= 360 ? 'long' : 'longest';
}
