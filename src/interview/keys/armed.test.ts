import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, Press } from '../../ui/keys.ts';
import { armedStep } from './armed.ts';

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  ctrl: false,
  alt: false,
  shift: false,
  repeat: false,
  on: 'text',
  ...rest,
});
const command = (key: string, rest: Partial<Command> = {}): Command => ({
  key,
  label: key,
  run: () => undefined,
  ...rest,
});
const commands = [command('V'), command('1'), command('+'), command('?'), command('E', { disabled: true })];

describe('while a text has focus', () => {
  it('lets every key but Esc be typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 1 }), (key) => {
        expect(armedStep(false, press(key), commands)).toEqual({ step: 'pass' });
      }),
    );
    expect(armedStep(false, press('Escape'), commands)).toEqual({ step: 'arm' });
  });
});

describe('armed', () => {
  const run = (key: string, rest: Partial<Press> = {}): string | undefined => {
    const step = armedStep(true, press(key, rest), commands);
    return step.step === 'run' ? step.command.key : undefined;
  };
  it('runs the next key, in capitals too', () => {
    expect(run('v')).toBe('V');
    expect(run('V', { shift: true })).toBe('V');
    expect(run('1')).toBe('1');
  });
  it('takes signs as the layout writes them (Swedish Windows and Mac: ? is Shift and +)', () => {
    expect(run('+')).toBe('+');
    expect(run('?', { shift: true })).toBe('?');
  });
  it('waits through keys that only prepare another one', () => {
    for (const key of ['Shift', 'CapsLock', 'Dead', 'AltGraph', 'Meta'])
      expect(armedStep(true, press(key), commands)).toEqual({ step: 'pass' });
  });
  it('leaves the text on Esc', () => {
    expect(armedStep(true, press('Escape'), commands)).toEqual({ step: 'leave' });
  });
  it('stays where it is while Esc is held down', () => {
    expect(armedStep(true, press('Escape', { repeat: true }), commands)).toEqual({ step: 'pass' });
  });
  it('disarms and lets through what means nothing, or is not on offer', () => {
    expect(armedStep(true, press('x'), commands)).toEqual({ step: 'disarm' });
    expect(armedStep(true, press('e'), commands)).toEqual({ step: 'disarm' });
    expect(armedStep(true, press('v', { alt: true }), commands)).toEqual({ step: 'disarm' });
  });
});
