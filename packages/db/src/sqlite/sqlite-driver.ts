import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { filePathOf } from "../database-url.ts";
import { command, type Connection, type Driver, type DriverLoad, type DriverOptions, type Result, type Run, type Statement } from "../driver.ts";
import { isBusy } from "../errors.ts";
import { Checkpoints } from "./checkpoints.ts";
import { retryBusy } from "./retry-busy.ts";
import { SqliteFile } from "./sqlite-file.ts";
import { Turns } from "./turns.ts";

/** Schema changes of a full shop may take long on the server that came first. */
const migrationWaitSeconds = 300;

export async function openSqlite(url: string, { lockWaitSeconds = 15 }: DriverOptions): Promise<Driver> {
  const path = filePathOf(url);
  mkdirSync(dirname(path), { recursive: true });
  const writer = new SqliteFile(path, { isReader: false });
  await retryBusy(() => writer.connection.pragma("journal_mode = WAL"), lockWaitSeconds);
  // FULL: a committed order survives a power cut, not only a crash of the process.
  writer.connection.pragma("synchronous = FULL");
  writer.connection.pragma("foreign_keys = ON");
  // A bulk import touches pages all over its indexes: they fit here, instead of being written twice. In KB.
  writer.connection.pragma("cache_size = -32768");
  writer.connection.pragma("temp_store = MEMORY");
  // In pages, 64 MB: so long may the log get before the writer itself has to do what its checkpoints do beside it.
  writer.connection.pragma("wal_autocheckpoint = 16000");
  const reader = new SqliteFile(path, { isReader: true });
  // In bytes: the first of the file is read where the system has it, instead of being copied page by page. Not all of a large
  // file, because what is mapped counts as this process's memory.
  reader.connection.pragma("mmap_size = 268435456");
  return new SqliteDriver({ path, writer, reader, lockWaitSeconds });
}

class SqliteDriver implements Driver {
  readonly dialect = "sqlite";
  private readonly turns = new Turns();
  private readonly checkpoints: Checkpoints;

  constructor(
    private readonly files: { path: string; writer: SqliteFile; reader: SqliteFile; lockWaitSeconds: number },
  ) {
    this.checkpoints = new Checkpoints(files.path);
  }

  /** A single write needs no BEGIN: it commits by itself, and another process's lock undoes it whole. */
  readonly run: Run = async (statement) => {
    const result = await this.read(statement);
    if (result) return result;
    const done = await this.turns.take();
    try {
      return await this.retry(() => this.write(statement));
    } finally {
      this.checkpoints.committed();
      done();
    }
  };

  /** One connection reads and one writes. */
  load(): DriverLoad {
    const { taken } = this.turns;
    return { connections: 2, idle: taken === 0 ? 2 : 1, waiting: Math.max(taken - 1, 0) };
  }

  async begin(): Promise<Connection> {
    const { writer } = this.files;
    const done = await this.turns.take();
    try {
      await this.retry(() => writer.run(command("begin immediate")));
    } catch (error) {
      done();
      throw error;
    }
    return {
      run: async (statement) => this.write(statement),
      release: () => {
        try {
          if (writer.connection.inTransaction) writer.run(command("rollback"));
        } finally {
          this.checkpoints.committed();
          done();
        }
      },
    };
  }

  /**
   * On a connection of its own with foreign keys off, as SQLite asks for tables that are rebuilt: the
   * switch does nothing inside a transaction. They are checked as a whole before the commit.
   */
  async migrating<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const file = new SqliteFile(this.files.path, { isReader: false });
    try {
      file.connection.pragma("foreign_keys = OFF");
      await retryBusy(() => file.run(command("begin immediate")), migrationWaitSeconds);
      const value = await work(async (statement) => file.run(statement));
      const [broken] = file.run({ ...command("pragma foreign_key_check"), rows: "objects" }).rows;
      if (broken) throw new Error(`A migration left a broken reference: ${JSON.stringify(broken)}`);
      file.run(command("commit"));
      return value;
    } finally {
      file.connection.close();
    }
  }

  async close(): Promise<void> {
    const done = await this.turns.take();
    await this.checkpoints.close();
    this.files.reader.connection.close();
    // A writer that never wrote would leave the log of the others beside the file, which may be copied alone.
    this.files.writer.connection.pragma("wal_checkpoint(PASSIVE)");
    this.files.writer.connection.close();
    done();
  }

  /** At once when it can be, which for a reader is all but always: each promise on the way costs as much as a small query. */
  private read(statement: Statement): Result | null | Promise<Result | null> {
    try {
      return this.files.reader.read(statement);
    } catch (error) {
      if (!isBusy(error)) throw error;
      return this.retry(() => this.files.reader.read(statement));
    }
  }

  private write(statement: Statement): Result {
    const result = this.files.writer.run(statement);
    this.checkpoints.wrote(result.rowCount);
    return result;
  }

  private retry<T>(attempt: () => T): Promise<T> {
    return retryBusy(attempt, this.files.lockWaitSeconds);
  }
}
