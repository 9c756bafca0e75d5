import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, it } from 'vitest';
import claimsFile from '../../questionnaires/it-sakerhet-upphandling/2025/claims.json' with { type: 'json' };
import codebook from '../../questionnaires/it-sakerhet-upphandling/2025/codebook.json' with { type: 'json' };
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import claimsSchema from '../../questionnaires/schema/claims.schema.json' with { type: 'json' };
import codebookSchema from '../../questionnaires/schema/codebook.schema.json' with { type: 'json' };

const errors = (schema: AnySchema, file: unknown) => {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
  validate(file);
  return validate.errors ?? [];
};
const questions = definition.pages.map((page) => page.questionId);
const codes = codebook.codes.map((code) => code.id);

describe('codebook.json', () => {
  it('passes its schema', () => expect(errors(codebookSchema, codebook)).toEqual([]));

  it('has 78 codes, each once, under themes that are there', () => {
    expect(new Set(codes).size).toBe(78);
    expect(codebook.codes.length).toBe(78);
    const themes = codebook.themes.map((theme) => theme.id);
    for (const code of codebook.codes) expect(themes).toContain(code.parent);
  });

  it('names questions and opposites that are there', () => {
    for (const code of codebook.codes) {
      for (const question of code.questions) expect(questions).toContain(question);
      for (const opposite of code.opposites) expect(codes).toContain(opposite);
    }
  });
});

describe('claims.json', () => {
  it('passes its schema', () => expect(errors(claimsSchema, claimsFile)).toEqual([]));

  it('has C1 to C21, C7 in two parts', () => {
    expect(claimsFile.claims.map((claim) => claim.id)).toEqual(
      Array.from({ length: 21 }, (_, index) => `C${index + 1}`).flatMap((id) =>
        id === 'C7' ? ['C7a', 'C7b'] : [id],
      ),
    );
  });

  it('rests on codes, judgements and claims that are there', () => {
    const judgements = new Map(
      claimsFile.judgements.map((judgement) => [judgement.id, judgement.values.map((value) => value.value)]),
    );
    const ids = claimsFile.claims.map((claim) => claim.id);
    const walk = (node: unknown): void => {
      if (typeof node === 'string' && /^[a-z0-9]+\.[a-z0-9_]+$/.test(node)) expect(codes).toContain(node);
      if (typeof node === 'string' && /^C\d/.test(node)) expect(ids).toContain(node);
      if (typeof node !== 'object' || node === null) return;
      if ('judgement' in node) {
        const values = judgements.get(String(node.judgement));
        expect(values).toBeDefined();
        if ('values' in node && Array.isArray(node.values)) {
          for (const value of node.values) expect(values).toContain(value);
        }
      }
      Object.values(node).forEach(walk);
    };
    for (const claim of claimsFile.claims) walk(claim.rule);
  });

  it('has a judgement for each claim-bearing question and for no other, each with "does not appear"', () => {
    const judged = new Set(claimsFile.judgements.flatMap((judgement) => judgement.questions));
    expect(definition.pages.filter((page) => page.claimBearing).map((page) => page.questionId)).toEqual(
      questions.filter((question) => judged.has(question)),
    );
    for (const judgement of claimsFile.judgements) {
      expect(judgement.values.at(-1)?.value).toBe(claimsFile.notShown);
    }
  });
});
