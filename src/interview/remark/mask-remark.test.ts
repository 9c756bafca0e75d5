import { expect, it } from 'vitest';
import { guardAll } from '../../masking/index.ts';
import { maskRemark } from './mask-remark.ts';

it('replaces everything that may point somewhere, the uncertain too', () => {
  const { text, replaced } = maskRemark(
    'Anneli Ek i Vara kommun förstod inte ordet kravställa. Ring 070-174 06 05. Berg tyckte detsamma.',
    'Vara kommun',
  );
  expect(text).not.toMatch(/Anneli|Ek |Vara|070|Berg/);
  expect(text).toContain('förstod inte ordet kravställa');
  expect(replaced).toBeGreaterThanOrEqual(3);
  expect(guardAll(text)).toEqual([]);
});

it('leaves what is about the question alone', () => {
  const said = 'Frågan blandar ihop krav och uppföljning; fler frågar vad motsvarande metodstöd är.';
  expect(maskRemark(said, 'Vara kommun')).toEqual({ text: said, replaced: 0 });
});
