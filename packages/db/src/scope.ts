import { AsyncLocalStorage } from "node:async_hooks";
import type { Db } from "./db.ts";
import { command, type Connection, type Result, type Run, type Statement } from "./driver.ts";
import { isSerializationFailure } from "./errors.ts";

/** The innermost transaction that the running code was called in, of whichever database. */
const running = new AsyncLocalStorage<Scope>();

/** One a database, so it also tells whose scope it is. */
export type MakeHandle = (scope: Scope) => Db;

/** How a transaction or savepoint is kept or undone. */
export interface Bounds {
  keep: string;
  undo: readonly string[];
}

export const wholeTransaction: Bounds = { keep: "commit", undo: ["rollback"] };

/**
 * A running transaction, or a savepoint inside one. One savepoint at a time: who comes meanwhile, from
 * outside of it, waits until it has ended.
 */
export class Scope {
  readonly db: Db;
  /** A conflict that Postgres reported inside, even if the work put it into other words. */
  conflict: unknown = null;
  isBroken = false;
  private state: "open" | "closing" | "ended" = "open";
  private savepoint: Promise<void> | null = null;
  private failure: { error: unknown } | null = null;
  private readonly outer: Scope | null = Scope.open();

  constructor(
    private readonly makeHandle: MakeHandle,
    private readonly connection: Connection,
    private readonly depth = 0,
  ) {
    this.db = makeHandle(this);
  }

  /** The innermost open transaction around the caller, on the database whose handles `makeHandle` makes. */
  static around(makeHandle: MakeHandle): Scope | null {
    return Scope.open((scope) => scope.makeHandle === makeHandle);
  }

  /** The innermost open transaction around the caller, of any database. */
  static open(isMeant: (scope: Scope) => boolean = () => true): Scope | null {
    for (let scope = running.getStore() ?? null; scope; scope = scope.outer) {
      if (scope.state === "open" && isMeant(scope)) return scope;
    }
    return null;
  }

  /** Runs the work in this scope and ends it: kept when the work returns, undone when it throws. */
  async perform<T>(work: (tx: Db) => Promise<T>, { keep, undo }: Bounds): Promise<T> {
    try {
      const value = await running.run(this, () => work(this.db));
      await this.close();
      if (this.failure) {
        throw new Error("A statement failed in this transaction, so none of it was kept", { cause: this.failure.error });
      }
      await this.command(keep);
      return value;
    } catch (error) {
      await this.close();
      if (isSerializationFailure(error)) this.conflict = error;
      await this.undo(undo);
      throw error;
    } finally {
      this.state = "ended";
    }
  }

  readonly run: Run = async (statement) => {
    const scope = this.innermost();
    while (scope.savepoint) await scope.savepoint;
    scope.requireOpen();
    return scope.attempt(statement);
  };

  /** A savepoint: undone alone when its work throws. */
  async nest<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    const scope = this.innermost();
    // Nothing may be awaited between the last look and taking the place.
    while (scope.savepoint) await scope.savepoint;
    scope.requireOpen();
    let ended = (): void => {};
    scope.savepoint = new Promise((resolve) => {
      ended = resolve;
    });
    try {
      return await scope.performSavepoint(work);
    } finally {
      scope.savepoint = null;
      ended();
    }
  }

  private async performSavepoint<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    const name = `savepoint_${this.depth + 1}`;
    await this.attempt(command(`savepoint ${name}`));
    const inner = new Scope(this.makeHandle, this.connection, this.depth + 1);
    try {
      return await inner.perform(work, {
        keep: `release savepoint ${name}`,
        undo: [`rollback to savepoint ${name}`, `release savepoint ${name}`],
      });
    } finally {
      this.conflict ??= inner.conflict;
      if (inner.isBroken) this.fail(new Error("A savepoint could not be undone"));
    }
  }

  /** Code inside a savepoint may still hold the handle of the transaction around it: the savepoint is meant. */
  private innermost(): Scope {
    const here = Scope.around(this.makeHandle);
    return here?.isWithin(this) ? here : this;
  }

  private isWithin(scope: Scope): boolean {
    return this === scope || (this.outer?.isWithin(scope) ?? false);
  }

  private requireOpen(): void {
    if (this.state !== "open") throw new Error("This transaction has ended: its handle can't be used any more");
  }

  /**
   * After a failed statement Postgres refuses all others of the transaction; SQLite would go on. Here
   * both refuse, so that what works on one works on the other.
   */
  private async attempt(statement: Statement): Promise<Result> {
    if (this.failure) {
      throw new Error("This transaction can't go on after a failed statement", { cause: this.failure.error });
    }
    try {
      return await this.connection.run(statement);
    } catch (error) {
      this.fail(error);
      throw error;
    }
  }

  private fail(error: unknown): void {
    this.failure ??= { error };
    if (isSerializationFailure(error)) this.conflict = error;
  }

  /** Work that nobody awaited may have a savepoint open: it ends before its transaction does. */
  private async close(): Promise<void> {
    this.state = "closing";
    while (this.savepoint) await this.savepoint;
  }

  private async undo(commands: readonly string[]): Promise<void> {
    try {
      for (const sql of commands) await this.command(sql);
    } catch {
      // The error that led here says more; a connection that can't undo is not used again.
      this.isBroken = true;
    }
  }

  private async command(sql: string): Promise<void> {
    await this.connection.run(command(sql));
  }
}
