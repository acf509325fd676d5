import { afterAll, beforeAll, inject } from "vitest";
import { connect, type Database } from "../connect.ts";
import type { Db } from "../db.ts";
import { copyTemplate, type TestDatabase } from "./test-template.ts";

export interface UsedDatabase {
  readonly db: Db;
  readonly database: Database;
  /** With its password, for a second connection or process. */
  readonly url: string;
  /** How many statements the work sends, to hold a page against N+1. */
  countQueries(work: () => Promise<unknown>): Promise<number>;
}

/** A fresh, migrated database for the test file (or `describe`) that calls it, on the dialect of its project. */
export function useDatabase(): UsedDatabase {
  let copy: TestDatabase | undefined;
  let database: Database | undefined;
  let queries = 0;
  beforeAll(async () => {
    copy = await copyTemplate(inject("testTemplate"));
    database = await connect(copy.url, { onQuery: () => void queries++ });
  });
  afterAll(async () => {
    await database?.close();
    await copy?.remove();
  });
  return {
    get database() {
      return opened(database);
    },
    get db() {
      return opened(database).db;
    },
    get url() {
      return opened(copy).url;
    },
    async countQueries(work) {
      const before = queries;
      await work();
      return queries - before;
    },
  };
}

function opened<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("The database is there only while tests run, not while they are collected");
  return value;
}
