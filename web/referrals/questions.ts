import { answerInWords } from '../../domain/referral/answer-words';
import { referralSchema } from '../../domain/referral/form';
import type { QuestionName } from '../../domain/referral/questions';
import type { Option } from '../actions/action';
import { sentence } from '../sentence';

/** A question of the form as a page draws it. */
export interface DrawnQuestion {
  readonly name: QuestionName;
  readonly label: string;
  readonly hint?: string;
  /** `flag`: yes or no · `list`: one a line. */
  readonly kind: 'text' | 'words' | 'date' | 'moment' | 'choice' | 'flag' | 'list';
  readonly choices: readonly Option[];
}

/** A node of the form's JSON schema, as far as a page needs it. */
interface Node {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** What the schema cannot say: what is short, and what is a moment. */
const kinds: Readonly<Partial<Record<QuestionName, DrawnQuestion['kind']>>> = {
  receivedAt: 'moment',
  concernReference: 'text',
  'referrer.name': 'text',
  'referrer.role': 'text',
  'referrer.agency': 'text',
  incidentArea: 'text',
  'children.localCaseId': 'text',
  'children.lookedAfterBy': 'text',
  'children.careLeaverOf': 'text',
  'internalReview.reference': 'text',
};

function leavesOf(schema: Node): DrawnQuestion[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, node]) => {
    const inner = withoutNull(node);
    const parts = inner.properties ?? inner.items?.properties;
    if (!parts) return [draw(name, node)];
    // What an answer of several parts is about, its first part asks.
    const isOneAnswer = inner !== node;
    return Object.entries(parts).map(([key, part], index) =>
      draw(`${name}.${key}`, isOneAnswer && index === 0 ? askedWith(node, part) : part),
    );
  });
}

const withoutNull = (node: Node): Node => node.anyOf?.find(({ type }) => type !== 'null') ?? node;

function askedWith({ title = '', description }: Node, part: Node): Node {
  const both = withoutNull(part).enum ? title : `${title} ${part.title ?? ''}`;
  return { ...part, title: both, ...(description !== undefined && { description }) };
}

function draw(name: string, node: Node): DrawnQuestion {
  const kind = kinds[name as QuestionName] ?? kindOf(withoutNull(node));
  const { title = '', description } = node;
  return {
    ...{ name: name as QuestionName, label: title, kind },
    ...(description !== undefined && { hint: hintOf(description, kind) }),
    ...(kind === 'list' && { hint: 'One on each line.' }),
    choices: choicesOf(withoutNull(node), kind),
  };
}

const hintOf = (description: string, kind: DrawnQuestion['kind']): string =>
  kind === 'date' || kind === 'moment'
    ? `${description} For example, 22 12 2026${kind === 'moment' ? ' at 17:30' : ''}`
    : description;

function kindOf(node: Node): DrawnQuestion['kind'] {
  if (node.enum) return 'choice';
  if (node.type === 'boolean') return 'flag';
  if (node.type === 'array') return 'list';
  return node.format === 'date' ? 'date' : 'words';
}

function choicesOf(node: Node, kind: DrawnQuestion['kind']): Option[] {
  const values = kind === 'flag' ? ['yes', 'no'] : (node.enum ?? []);
  return values.map((value) => ({ value, text: sentence(answerInWords(value)) }));
}

/** Every question that takes an answer of its own, drawn from the form's schema. */
export const drawnQuestions: readonly DrawnQuestion[] = leavesOf(referralSchema() as Node);

/** The question of that name. Throws where nothing is answered under it. */
export function drawnQuestion(name: QuestionName): DrawnQuestion {
  const found = drawnQuestions.find((question) => question.name === name);
  if (!found) throw new Error(`The form asks nothing under ${name}`);
  return found;
}
