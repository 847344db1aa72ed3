import type { Busy, KioskPage, Told } from '../../contract/desk-kiosk.ts';
import type { Intent } from '../../contract/intent.ts';
import type { NoteOperation, Operation } from '../../core/operation.ts';
import type { Printer } from '../../core/ports.ts';
import type { OutOfOrder } from '../../settings/out-of-order.ts';
import type { Clock } from '../clock.ts';
import { carryOutAdministration, isAdministration } from './kiosk-administration.ts';
import { adminSession } from './kiosk-door.ts';
import { watchHealth } from './kiosk-health.ts';
import type { Office } from './office.ts';
import type { Carried, DeskPage } from './page.ts';

/** A `Told` without its number, which the page gives it. */
export type Tidings = Told extends infer T ? (T extends Told ? Omit<T, 'number'> : never) : never;

/** What a wish of this page is carried out with. */
export interface KioskHands {
  readonly office: Office;
  readonly printer: Pick<Printer, 'print'>;
  readonly clock: Clock;
  /** In the name of the administrator, where one is there. */
  readonly note: (operation: Operation) => void;
  /** Does what takes longer, unless it is being done already. An exception in it is a bug. */
  readonly during: (busy: Busy, work: () => Promise<Tidings | undefined>) => void;
}

/**
 * The page of the kiosk at one desk, made anew each time that somebody turns to it. `cameAs`: who came through the lobby's door as an administrator;
 * once they have left that role, only a PIN gives it back. `show`: something of it is to be shown anew.
 */
export function kioskPages(parts: {
  readonly office: Office;
  readonly printer: Pick<Printer, 'print'>;
  readonly clock: Clock;
  readonly cameAs: () => string | undefined;
  readonly note: NoteOperation;
  readonly show: () => void;
  readonly bug: () => void;
}): () => DeskPage {
  const { office, printer, clock, cameAs, note, show, bug } = parts;
  const { administration, outOfOrder } = office;
  let hasLeft = false;
  let number = 0;

  return () => {
    const health = watchHealth({ health: office.health, clock, bug, seen });
    const session = adminSession({ door: office.adminDoor, clock, cameAs: hasLeft ? undefined : cameAs(), changed, bug });
    const busy = new Set<Busy>();
    let told: Told | undefined;
    let isClosed = false;
    let isHeld = session.name() !== undefined;
    let open: Pick<Extract<KioskPage['administration'], { state: 'open' }>, 'settings' | 'people'> | undefined;

    /** An administrator who is none any more, whoever saw to that, is shown and does nothing more. */
    function isOpen(): boolean {
      const name = session.name();
      if (name === undefined) return false;
      if (administration.people().some((person) => person.name === name && person.isAdmin)) return true;
      session.leave();
      return false;
    }

    function look(): void {
      const wasHeld = isHeld;
      isHeld = isOpen();
      // What was told to an administrator is for nobody else; nor does a new one see what came of another's wish.
      if (wasHeld !== isHeld) told = undefined;
      open = isHeld
        ? {
            settings: administration.settings().map(({ control, ...setting }) => ({
              ...setting,
              control: control.kind === 'choice' ? { ...control, values: [...control.values] } : control,
            })),
            people: administration.people().map((person) => ({ ...person })),
          }
        : undefined;
    }

    function seen(): void {
      look();
      show();
    }

    function changed(): void {
      if (isHeld && session.name() === undefined) hasLeft = true;
      seen();
    }

    function tell(tidings: Tidings | undefined): void {
      if (!tidings) return;
      number += 1;
      told = { ...tidings, number } as Told;
    }

    /** For whoever is there now: what takes longer is noted in their name, also where they have gone before it is done. */
    function hands(): KioskHands {
      const isFor = session.name();
      return {
        ...{ office, printer, clock },
        note: (operation) => note(operation, isFor),
        during: (what, work) => {
          if (busy.has(what)) return;
          busy.add(what);
          work()
            .then((tidings) => {
              // Whoever asked may have gone.
              if (!isClosed && (what === 'writeReport' || session.name() === isFor)) tell(tidings);
            }, bug)
            .finally(() => {
              busy.delete(what);
              if (isClosed) return;
              seen();
            });
        },
      };
    }

    function switchLobby(lobby: OutOfOrder, isOut: boolean): void {
      const isNews = lobby.isOutOfOrder() !== isOut;
      tell({ of: 'outOfOrder', isKept: lobby.setOutOfOrder(isOut) });
      if (isNews) hands().note({ what: isOut ? 'outOfOrder' : 'backInService' });
    }

    function carryOut(intent: Intent): Carried {
      session.touch();
      switch (intent.kind) {
        case 'lookAtKiosk':
          health.look();
          return undefined;
        case 'outOfOrder':
          if (!outOfOrder) return undefined;
          switchLobby(outOfOrder, intent.isOut);
          return 'shown';
        case 'writeReport':
          hands().during('writeReport', async () => {
            const written = await office.health.writeReport();
            return { of: 'report', ...(written.ok ? { path: written.path } : { why: written.why }) };
          });
          return 'shown';
        case 'adminPin':
          session.knock(intent.pin);
          return 'shown';
        case 'adminLeave':
          session.leave();
          hasLeft = true;
          look();
          return 'shown';
        default:
          if (!isAdministration(intent)) return undefined;
          if (!isOpen()) {
            look();
            return 'shown';
          }
          tell(carryOutAdministration(intent, hands()));
          look();
          return 'shown';
      }
    }

    look();
    return {
      read: () => {},
      shown: () => {
        const name = session.name();
        const current = health.current();
        return {
          kind: 'kiosk',
          ...(outOfOrder && { isOutOfOrder: outOfOrder.isOutOfOrder() }),
          ...(current && { health: current }),
          administration: open && name !== undefined ? { state: 'open', name, ...open } : session.shown(),
          busy: [...busy],
          ...(told && { told }),
        };
      },
      carryOut,
      close: () => {
        isClosed = true;
        health.stop();
        session.stop();
      },
    };
  };
}
