import { expect, test } from 'vitest';
import { type Command, commandFor, matches, type Press } from './keys.ts';

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  ctrl: false,
  alt: false,
  shift: false,
  repeat: false,
  on: 'page',
  ...rest,
});
const command = (key: string, rest: Partial<Command> = {}): Command => ({
  key,
  label: key,
  run: () => undefined,
  ...rest,
});

test('a letter means the same with caps lock on', () => {
  expect(matches('J', press('j'))).toBe(true);
  expect(matches('J', press('J', { shift: true }))).toBe(true);
  expect(matches('J', press('k'))).toBe(false);
});

test('signs are matched as the layout wrote them, whatever keys it took', () => {
  expect(matches('?', press('?', { shift: true }))).toBe(true);
  expect(matches('+', press('+'))).toBe(true);
  expect(matches('/', press('/', { shift: true }))).toBe(true);
});

test('Ctrl and Cmd are asked for and never assumed', () => {
  expect(matches('Ctrl+Enter', press('Enter', { ctrl: true }))).toBe(true);
  expect(matches('Ctrl+Enter', press('Enter'))).toBe(false);
  expect(matches('R', press('r', { ctrl: true }))).toBe(false);
});

test('Alt never acts: it writes characters on Swedish layouts', () => {
  expect(matches('J', press('j', { alt: true }))).toBe(false);
  expect(matches('Ctrl+K', press('k', { alt: true, ctrl: true }))).toBe(false);
});

test('Shift with a named key must be asked for', () => {
  expect(matches('Enter', press('Enter', { shift: true }))).toBe(false);
  expect(matches('Shift+ArrowRight', press('ArrowRight', { shift: true }))).toBe(true);
  expect(matches('Shift+ArrowRight', press('ArrowRight'))).toBe(false);
});

test('while a text has focus, only what says so acts', () => {
  const layer = [command('J'), command('Escape', { inText: true }), command('Ctrl+Enter')];
  expect(commandFor([layer], press('j', { on: 'text' }))).toBeUndefined();
  expect(commandFor([layer], press('Escape', { on: 'text' }))?.key).toBe('Escape');
  expect(commandFor([layer], press('Enter', { on: 'text', ctrl: true }))?.key).toBe('Ctrl+Enter');
});

test('Enter on a button presses the button', () => {
  expect(commandFor([[command('Enter')]], press('Enter', { on: 'control' }))).toBeUndefined();
  expect(commandFor([[command('↵')]], press('Enter'))?.key).toBe('↵');
});

test('the newest listener goes first, and a disabled command lets the key through', () => {
  const below = command('J', { label: 'below' });
  expect(commandFor([[below], [command('J', { label: 'above' })]], press('j'))?.label).toBe('above');
  expect(commandFor([[below], [command('J', { disabled: true })]], press('j'))?.label).toBe('below');
});

test('a key held down repeats only what moves', () => {
  expect(commandFor([[command('1')]], press('1', { repeat: true }))).toBeUndefined();
  expect(commandFor([[command('J', { repeats: true })]], press('j', { repeat: true }))).toBeDefined();
});
