/** Sharing one request among everybody who needs its answer. */
import * as E from "fp-ts/Either";
import type { TaskEither } from "fp-ts/TaskEither";

/** Runs at most once; whoever asks gets the same outcome, failures included. */
export const once = <E, A>(task: TaskEither<E, A>): TaskEither<E, A> => {
  let running: Promise<E.Either<E, A>> | undefined;
  return () => (running ??= task());
};

/** A value that several ways can fetch: the first success stays, a failure is only its own asker's. */
export interface Shared<E, A> {
  readonly by: (fetch: TaskEither<E, A>) => TaskEither<E, A>;
  readonly forget: () => void;
}

export const shared = <E, A>(): Shared<E, A> => {
  let current: Promise<E.Either<E, A>> | undefined;
  return {
    by: (fetch) => async () => {
      for (let theirs = current; theirs !== undefined; theirs = current) {
        const already = await theirs;
        if (E.isRight(already)) return already;
        if (current === theirs) current = undefined;
      }
      const mine = (current = fetch());
      const result = await mine;
      if (E.isLeft(result) && current === mine) current = undefined;
      return result;
    },
    forget: () => {
      current = undefined;
    },
  };
};

/** Runs tasks of the same key one after another, tasks of other keys beside them. */
export const queue = (): (<A>(key: string, task: () => Promise<A>) => () => Promise<A>) => {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => () => {
    const mine = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, mine);
    return mine;
  };
};
