import { dialect } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { makeContext } from "../../testing/index.ts";
import { describeSearchEngine, type ContractRun } from "../contract/index.ts";
import { embeddedEngine } from "./index.ts";

const used = useDatabase();
let run: ContractRun | undefined;

describeSearchEngine({
  name: dialect,
  open: () => (run ??= { ctx: makeContext(used.db, { ports: { search: { main: embeddedEngine } } }), engine: embeddedEngine }),
});
