import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { Dialect } from "../database-url.ts";
import { migrate } from "../migrate.ts";
import { openDriver } from "../open-driver.ts";

/** A migrated, empty database from which every test file gets its copy. */
export interface TestTemplate {
  dialect: Dialect;
  url: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    testTemplate: TestTemplate;
  }
}

export interface TestDatabase {
  url: string;
  remove: () => Promise<void>;
}

export async function makeSqliteTemplate(): Promise<TestTemplate & TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "cartwright-test-"));
  const url = `file:${join(folder, "template.db")}`;
  await migrateAt(url);
  return { dialect: "sqlite", url, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

export async function makePostgresTemplate(serverUrl: string): Promise<TestTemplate & TestDatabase> {
  const name = freshName("template");
  await administer(serverUrl, `create database ${name}`);
  const url = withDatabase(serverUrl, name);
  await migrateAt(url);
  return { dialect: "postgres", url, remove: () => administer(serverUrl, `drop database ${name} with (force)`) };
}

export async function copyTemplate({ dialect, url }: TestTemplate): Promise<TestDatabase> {
  return dialect === "postgres" ? copyPostgres(url) : copySqlite(url);
}

function copySqlite(templateUrl: string): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), "cartwright-test-"));
  const path = join(folder, "shop.db");
  copyFileSync(templateUrl.slice("file:".length), path);
  return { url: `file:${path}`, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function copyPostgres(templateUrl: string): Promise<TestDatabase> {
  const name = freshName("test");
  const template = new URL(templateUrl).pathname.slice(1);
  const serverUrl = withDatabase(templateUrl, "postgres");
  await administer(serverUrl, `create database ${name} template ${template}`);
  return {
    url: withDatabase(templateUrl, name),
    remove: () => administer(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

async function migrateAt(url: string): Promise<void> {
  const driver = await openDriver(url);
  try {
    await migrate({ driver });
  } finally {
    await driver.close();
  }
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function freshName(kind: string): string {
  return `cartwright_${kind}_${randomBytes(6).toString("hex")}`;
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
