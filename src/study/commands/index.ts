import type { CommandKind } from '../command.ts';
import { type AnswerRedact, answerRedact } from './answer-redact.ts';
import { type AppointmentCancel, appointmentCancel } from './appointment-cancel.ts';
import { type AppointmentPut, appointmentPut } from './appointment-put.ts';
import { type AttemptRecord, attemptRecord } from './attempt-record.ts';
import { type CaseAssign, caseAssign } from './case-assign.ts';
import { type ContactDelete, contactDelete } from './contact-delete.ts';
import { type ContactErase, contactErase } from './contact-erase.ts';
import { type ContactPut, contactPut } from './contact-put.ts';
import { type KeyDestroyed, keyDestroyed } from './key-destroyed.ts';
import { type WaveEdit, waveEdit } from './wave-edit.ts';

/** Every kind that goes through the journal and is folded over the view; hand-ins have a path of their own. */
export interface Payloads {
  readonly 'case.assign': CaseAssign;
  readonly 'attempt.record': AttemptRecord;
  readonly 'appointment.put': AppointmentPut;
  readonly 'appointment.cancel': AppointmentCancel;
  readonly 'contact.put': ContactPut;
  readonly 'contact.delete': ContactDelete;
  readonly 'contact.erase': ContactErase;
  readonly 'key.destroyed': KeyDestroyed;
  readonly 'answer.redact': AnswerRedact;
  readonly 'wave.edit': WaveEdit;
}

export const KINDS: { readonly [K in keyof Payloads]: CommandKind<Payloads[K]> } = {
  'case.assign': caseAssign,
  'attempt.record': attemptRecord,
  'appointment.put': appointmentPut,
  'appointment.cancel': appointmentCancel,
  'contact.put': contactPut,
  'contact.delete': contactDelete,
  'contact.erase': contactErase,
  'key.destroyed': keyDestroyed,
  'answer.redact': answerRedact,
  'wave.edit': waveEdit,
};

export const isKind = (kind: string): kind is keyof Payloads => Object.hasOwn(KINDS, kind);
