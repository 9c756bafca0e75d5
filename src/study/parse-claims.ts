import type { Claim, ClaimRule, ClaimSet, Counted, Judgement, NamedCounted } from './claims.ts';
import { DefinitionReader, type JsonObject } from './definition-reader.ts';
import type { InstrumentProblem } from './instrument.ts';
import type { Json } from './json.ts';
import { err, ok, type Result } from './result.ts';

export interface BrokenClaims {
  readonly type: 'broken_claims';
  readonly problems: readonly InstrumentProblem[];
}

/** Reads claims.json, all its faults at once, each with its place. */
export const parseClaims = (value: Json): Result<ClaimSet, BrokenClaims> => {
  const reader = new DefinitionReader();
  const root = reader.object(value, '');
  const judgements = reader
    .list(root.judgements, '/judgements', false)
    .map((each, at) => judgementOf(reader, reader.object(each, `/judgements/${at}`), `/judgements/${at}`));
  const rules = new RuleReader(reader, judgements);
  const set: ClaimSet = {
    id: reader.text(root.claimsId, '/claimsId'),
    notShown: reader.name(root.notShown, '/notShown'),
    judgements,
    claims: reader
      .list(root.claims, '/claims', false)
      .map((each, at) => rules.claim(reader.object(each, `/claims/${at}`), `/claims/${at}`)),
    changeWords: reader
      .list(root.changeWords, '/changeWords', false)
      .map((word, at) => reader.text(word, `/changeWords/${at}`)),
  };
  const ids = new Set(set.claims.map(({ id }) => id));
  for (const [at, { rule }] of set.claims.entries())
    if (rule.kind === 'conclusion')
      for (const id of rule.restsOn)
        if (!ids.has(id))
          reader.note(`/claims/${at}/rule/restsOn`, `rests on "${id}", which is no claim here`);
  return reader.problems.length > 0 ? err({ type: 'broken_claims', problems: reader.problems }) : ok(set);
};

const judgementOf = (reader: DefinitionReader, body: JsonObject, path: string): Judgement => ({
  id: reader.name(body.id, `${path}/id`),
  questions: reader
    .list(body.questions, `${path}/questions`)
    .map((question, at) => reader.text(question, `${path}/questions/${at}`)),
  text: reader.both(body.text, `${path}/text`),
  values: reader.list(body.values, `${path}/values`).map((each, at) => {
    const value = reader.object(each, `${path}/values/${at}`);
    return {
      value: reader.name(value.value, `${path}/values/${at}/value`),
      text: reader.both(value.text, `${path}/values/${at}/text`),
      definition: reader.both(value.definition, `${path}/values/${at}/definition`),
    };
  }),
});

class RuleReader {
  readonly #reader: DefinitionReader;
  readonly #judgements: ReadonlyMap<string, Judgement>;
  constructor(reader: DefinitionReader, judgements: readonly Judgement[]) {
    this.#reader = reader;
    this.#judgements = new Map(judgements.map((judgement) => [judgement.id, judgement]));
  }

  claim(body: JsonObject, path: string): Claim {
    const rule = this.#reader.object(body.rule, `${path}/rule`);
    return {
      id: this.#reader.text(body.id, `${path}/id`),
      text: this.#reader.both(body.text, `${path}/text`),
      rule: this.#rule(this.#reader.text(body.kind, `${path}/kind`), rule, `${path}/rule`),
      note: typeof body.note === 'string' ? body.note : null,
    };
  }

  #rule(kind: string, rule: JsonObject, path: string): ClaimRule {
    switch (kind) {
      case 'most':
      case 'threshold':
        return this.#threshold(kind, rule, path);
      case 'x_over_y':
        return {
          kind,
          more: this.#counted(rule.more, `${path}/more`),
          less: this.#counted(rule.less, `${path}/less`),
          beside: this.#all(rule.beside, `${path}/beside`),
        };
      case 'varies':
        if (rule.against !== undefined)
          return {
            kind: 'spread',
            judgement: this.#judgement(rule.judgement, `${path}/judgement`),
            against: this.#judgement(rule.against, `${path}/against`),
          };
        return {
          kind,
          judgements: (Array.isArray(rule.judgements) ? rule.judgements : [rule.judgement]).map((id) =>
            this.#judgement(id, `${path}/judgement`),
          ),
          largestUnder: this.#share(rule.largestUnder, `${path}/largestUnder`) ?? 1,
        };
      case 'mentioned':
        return {
          kind,
          mentions: this.#all(rule.mentions, `${path}/mentions`),
          against: this.#all(rule.against, `${path}/against`),
        };
      case 'conclusion':
        return {
          kind,
          restsOn: this.#texts(rule.restsOn, `${path}/restsOn`),
          mentions: this.#all(rule.mentions, `${path}/mentions`),
        };
      default:
        this.#reader.note(path, `"${kind}" is no kind of claim`);
        return { kind: 'conclusion', restsOn: [], mentions: [] };
    }
  }

  #threshold(kind: 'most' | 'threshold', rule: JsonObject, path: string): ClaimRule {
    const named =
      rule.shares === undefined ? { share: rule.share } : this.#reader.object(rule.shares, `${path}/shares`);
    const shares: Record<string, NamedCounted> = {};
    for (const [name, share] of Object.entries(named)) {
      const body = this.#reader.object(share, `${path}/${name}`);
      shares[name] =
        body.of === 'either'
          ? { of: 'either', parts: this.#texts(body.parts, `${path}/${name}/parts`) }
          : this.#counted(share, `${path}/${name}`);
      if (body.of === 'either')
        for (const part of this.#texts(body.parts, path))
          if (!(part in named)) this.#reader.note(`${path}/${name}`, `"${part}" is no share of this claim`);
    }
    const decisive =
      rule.decisive === undefined ? 'share' : this.#reader.text(rule.decisive, `${path}/decisive`);
    if (!(decisive in shares))
      this.#reader.note(`${path}/decisive`, `"${decisive}" is no share of this claim`);
    return {
      kind,
      shares,
      decisive,
      threshold: kind === 'most' ? 0.5 : this.#share(rule.threshold ?? null, `${path}/threshold`),
      beside: this.#all(rule.beside, `${path}/beside`),
    };
  }

  #all(value: Json | undefined, path: string): readonly Counted[] {
    if (value === undefined) return [];
    return this.#reader.list(value, path, false).map((each, at) => this.#counted(each, `${path}/${at}`));
  }

  #counted(value: Json | undefined, path: string): Counted {
    const body = this.#reader.object(value, path);
    switch (body.of) {
      case 'judgement': {
        const judgement = this.#judgement(body.judgement, `${path}/judgement`);
        const values = this.#texts(body.values, `${path}/values`);
        const known = this.#judgements.get(judgement)?.values.map((each) => each.value) ?? [];
        for (const each of values)
          if (!known.includes(each))
            this.#reader.note(`${path}/values`, `"${each}" is no value of ${judgement}`);
        return { of: 'judgement', judgement, values };
      }
      case 'same_passage':
      case 'same_interview':
        return {
          of: body.of,
          all: this.#reader
            .list(body.all, `${path}/all`)
            .map((any, at) => this.#texts(any, `${path}/all/${at}`)),
        };
      case 'codes':
        return {
          of: 'codes',
          anyOf: this.#texts(body.anyOf, `${path}/anyOf`),
          ...(body.noneOf === undefined ? {} : { noneOf: this.#texts(body.noneOf, `${path}/noneOf`) }),
        };
      default:
        this.#reader.note(`${path}/of`, 'must be judgement, codes, same_passage or same_interview');
        return { of: 'codes', anyOf: [] };
    }
  }

  #judgement(value: Json | undefined, path: string): string {
    const id = this.#reader.name(value, path);
    if (id !== '' && !this.#judgements.has(id)) this.#reader.note(path, `"${id}" is no judgement here`);
    return id;
  }

  #texts(value: Json | undefined, path: string): readonly string[] {
    return this.#reader.list(value, path, false).map((each, at) => this.#reader.text(each, `${path}/${at}`));
  }

  #share(value: Json | undefined, path: string): number | null {
    if (value === null) return null;
    if (typeof value === 'number' && value > 0 && value < 1) return value;
    this.#reader.note(path, 'must be a number between 0 and 1, or null until it is fixed');
    return null;
  }
}
