import type { CommandKind } from '../command.ts';
import { type AnswerRedact, answerRedact } from './answer-redact.ts';
import { type AppointmentCancel, appointmentCancel } from './appointment-cancel.ts';
import { type AppointmentPut, appointmentPut } from './appointment-put.ts';
import { type AttemptRecord, attemptRecord } from './attempt-record.ts';
import { type CaseAssign, caseAssign } from './case-assign.ts';
import { type CodeCreate, codeCreate } from './code-create.ts';
import { type CodeEdit, codeEdit } from './code-edit.ts';
import { type CodeMerge, codeMerge } from './code-merge.ts';
import { type CodeMove, codeMove } from './code-move.ts';
import { type CodeStatus, codeStatus } from './code-status.ts';
import { type ContactDelete, contactDelete } from './contact-delete.ts';
import { type ContactErase, contactErase } from './contact-erase.ts';
import { type ContactPut, contactPut } from './contact-put.ts';
import { type DecisionPut, decisionPut } from './decision-put.ts';
import { type DoneSet, doneSet } from './done-set.ts';
import { type ExampleSet, exampleSet } from './example-set.ts';
import { type FlagSet, flagSet } from './flag-set.ts';
import { type JudgementSet, judgementSet } from './judgement-set.ts';
import { type KeyDestroyed, keyDestroyed } from './key-destroyed.ts';
import { type MemoPut, memoPut } from './memo-put.ts';
import { type ProposalPut, proposalPut } from './proposal-put.ts';
import { type SearchPut, searchPut } from './search-put.ts';
import { type SegmentChange, segmentChange } from './segment-change.ts';
import { type SegmentMark, segmentMark } from './segment-mark.ts';
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
  readonly 'code.create': CodeCreate;
  readonly 'code.edit': CodeEdit;
  readonly 'code.move': CodeMove;
  readonly 'code.merge': CodeMerge;
  readonly 'code.status': CodeStatus;
  readonly 'segment.change': SegmentChange;
  readonly 'segment.mark': SegmentMark;
  readonly 'done.set': DoneSet;
  readonly 'memo.put': MemoPut;
  readonly 'flag.set': FlagSet;
  readonly 'judgement.set': JudgementSet;
  readonly 'example.set': ExampleSet;
  readonly 'proposal.put': ProposalPut;
  readonly 'decision.put': DecisionPut;
  readonly 'search.put': SearchPut;
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
  'code.create': codeCreate,
  'code.edit': codeEdit,
  'code.move': codeMove,
  'code.merge': codeMerge,
  'code.status': codeStatus,
  'segment.change': segmentChange,
  'segment.mark': segmentMark,
  'done.set': doneSet,
  'memo.put': memoPut,
  'flag.set': flagSet,
  'judgement.set': judgementSet,
  'example.set': exampleSet,
  'proposal.put': proposalPut,
  'decision.put': decisionPut,
  'search.put': searchPut,
  'wave.edit': waveEdit,
};

export const isKind = (kind: string): kind is keyof Payloads => Object.hasOwn(KINDS, kind);
