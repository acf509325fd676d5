import { describe, expect, it } from "vitest";
import { Random } from "../../shop/random.ts";
import { distinctiveWords, NameIndex, wordsOf } from "./distinctive-words.ts";
import { neighboursOf } from "./keyboard.ts";
import { misspell, typoKinds } from "./misspell.ts";
import { misspeltItems } from "./misspelt-items.ts";
import { slip, type LetterSlip } from "./slip.ts";

const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const never = () => false;

describe("the keyboard", () => {
  it("knows what stands around a key, both ways", () => {
    expect(new Set(neighboursOf("g"))).toEqual(new Set(["b", "f", "h", "t", "v", "y"]));
    expect(new Set(neighboursOf("q"))).toEqual(new Set(["a", "w"]));
    expect(new Set(neighboursOf("m"))).toEqual(new Set(["j", "k", "n"]));
    for (const letter of "abcdefghijklmnopqrstuvwxyz") for (const other of neighboursOf(letter)) expect(neighboursOf(other)).toContain(letter);
    expect(neighboursOf("é")).toEqual([]);
  });
});

describe("a slip of the finger", () => {
  const every = (word: string, kind: LetterSlip) => new Set(seeds.map((seed) => slip(word, kind, new Random(seed))));

  it("drops, doubles or swaps any letter of a word", () => {
    expect(every("lamp", "drop")).toEqual(new Set(["amp", "lam", "lap", "lmp"]));
    expect(every("lamp", "double")).toEqual(new Set(["laamp", "lammp", "lampp", "llamp"]));
    expect(every("lamp", "swap")).toEqual(new Set(["almp", "lapm", "lmap"]));
  });

  it("hits the key beside the right one", () => {
    for (const wrong of every("lamp", "neighbour")) {
      const places = Array.from("lamp", (letter, i) => [letter, wrong?.[i] ?? ""] as const).filter(([right, written]) => right !== written);
      expect(places).toHaveLength(1);
      for (const [right, written] of places) expect(neighboursOf(right)).toContain(written);
    }
  });

  it("can't swap letters that are the same, nor miss keys that are not there", () => {
    expect(slip("ooo", "swap", new Random(1))).toBeNull();
    expect(slip("éé", "neighbour", new Random(1))).toBeNull();
  });
});

describe("misspelling words", () => {
  it("makes as many typos as it is asked for, each of its kind", () => {
    const kinds = new Set(seeds.flatMap((seed) => misspell(["copper", "saucepan"], 1, new Random(seed), never)?.kinds ?? []));
    expect(kinds).toEqual(new Set(typoKinds));
    for (const seed of seeds) {
      const one = misspell(["copper", "saucepan"], 1, new Random(seed), never);
      expect(one?.query === "coppersaucepan").toBe(one?.kinds[0] === "join");
      expect(one?.query).not.toBe("copper saucepan");
      expect(misspell(["copper", "saucepan"], 2, new Random(seed), never)?.kinds).toHaveLength(2);
    }
  });

  it("leaves words of fewer than four letters and words with digits alone", () => {
    for (const seed of seeds) {
      expect(misspell(["jam", "pot"], 1, new Random(seed), never)).toBeNull();
      expect(misspell(["jam", "1280", "kettle"], 1, new Random(seed), never)?.query).toMatch(/^jam 1280 (?!kettle$)\w+$/);
    }
  });

  it("puts a second typo into the same word only from eight letters on", () => {
    for (const seed of seeds) {
      expect(misspell(["kettle"], 2, new Random(seed), never)).toBeNull();
      const two = misspell(["jam", "secateurs"], 2, new Random(seed), (word) => word === "secateurs");
      expect(two?.query).toMatch(/^jam (?!secateurs$)\w+$/);
    }
  });

  it("makes no word that is known", () => {
    for (const seed of seeds) expect(misspell(["lamp"], 1, new Random(seed), (word) => word !== "lapm")?.query ?? "lapm").toBe("lapm");
  });
});

describe("distinctive words", () => {
  const names = ["Butcher’s Stripe Cloth", "Striped Linen Cushion", "Linen Cloth", "Linen Cloth, Large", "Jug"];
  const index = new NameIndex(names);
  const chosen = (name: string) => new Set(seeds.map((seed) => distinctiveWords(name, index, new Random(seed))?.join(" ")));

  it("are two to four of a name, the rarest, in its order", () => {
    expect(wordsOf("Butcher’s Stripe-Cloth, 2 l")).toEqual(["butchers", "stripe", "cloth", "2", "l"]);
    expect(chosen("Butcher’s Stripe Cloth")).toEqual(new Set(["butchers stripe", "butchers stripe cloth"]));
    expect(chosen("Striped Linen Cushion")).toEqual(new Set(["striped cushion", "striped linen cushion"]));
  });

  it("are none where another product has them all, or the name is a single word", () => {
    expect([...chosen("Linen Cloth")]).toEqual([undefined]);
    expect([...chosen("Jug")]).toEqual([undefined]);
    expect([...chosen("Linen Cloth, Large")].every((words) => words?.includes("large"))).toBe(true);
  });
});

describe("misspelt queries of a catalogue", () => {
  const products = ["Copper Saucepan", "Storm Lantern", "Bypass Secateurs", "Whistling Kettle", "Jug"].map((title) => ({
    slug: title.toLowerCase().replace(" ", "-"),
    title,
  }));

  it("are the same for the same seed and others for another", () => {
    const wish = { count: 20, typos: 1, seed: 7 } as const;
    const items = misspeltItems(products, wish);
    expect(misspeltItems(products, wish)).toEqual(items);
    expect(misspeltItems(products, { ...wish, seed: 8 })).not.toEqual(items);
    expect(items).toHaveLength(20);
  });

  it("name their product, take every one in turn and leave out those without a distinctive name", () => {
    const items = misspeltItems(products, { count: 8, typos: 2, seed: 1 });
    const slugs = items.map(({ productKey }) => productKey);
    expect(new Set(slugs.slice(0, 4))).toEqual(new Set(["bypass-secateurs", "copper-saucepan", "storm-lantern", "whistling-kettle"]));
    expect(slugs).not.toContain("jug");
    expect(items.every(({ typos, kinds }) => typos === 2 && kinds.length === 2)).toBe(true);
  });

  it("ask only for the products that they may ask for", () => {
    const items = misspeltItems(products, { count: 5, typos: 1, seed: 1, isAsked: (slug) => slug === "storm-lantern" });
    expect(new Set(items.map(({ productKey }) => productKey))).toEqual(new Set(["storm-lantern"]));
    expect(misspeltItems(products, { count: 5, typos: 1, seed: 1, isAsked: () => false })).toEqual([]);
  });
});
