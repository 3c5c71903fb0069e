/** MongoDB's update operators, each on one place of a document. */
import { Query } from 'mingo/query';
import { resolve } from 'mingo/util';
import { compareBson } from './bsonOrder';
import { printEjson } from './ejson';
import { writeRefused } from './errors';
import { MINGO } from './mingo';
import { erase, type Place, read, write } from './paths';
import { isPlainObject } from './plainObject';
import { withRegExps } from './regExp';

export interface UpdateOperator {
  /** Whether objects on the way to the place are made when they are missing. */
  missing: 'make' | 'skip';
  /** @throws {GatewayError} DATABASE_REQUEST_FAILED when the place or the operand is of the wrong kind */
  apply(place: Place, operand: unknown): void;
}

/** Of MongoDB's own, `$currentDate` and `$setOnInsert` are not among them: `db.command` has neither. */
export const UPDATE_OPERATORS: Record<string, UpdateOperator> = {
  $set: { missing: 'make', apply: write },
  $unset: { missing: 'skip', apply: erase },
  $inc: { missing: 'make', apply: arithmetic('$inc', (current, amount) => (current ?? 0) + amount) },
  $mul: { missing: 'make', apply: arithmetic('$mul', (current, factor) => (current ?? 0) * factor) },
  $min: { missing: 'make', apply: keepTheOneThat((order) => order < 0) },
  $max: { missing: 'make', apply: keepTheOneThat((order) => order > 0) },
  $bit: { missing: 'make', apply: bit },
  $push: { missing: 'make', apply: push },
  $addToSet: { missing: 'make', apply: addToSet },
  $pop: { missing: 'skip', apply: pop },
  $pull: {
    missing: 'skip',
    apply: (place, operand) => pullWhere(place, '$pull', pullTest(withRegExps(operand))),
  },
  $pullAll: {
    missing: 'skip',
    apply(place, operand) {
      if (!Array.isArray(operand)) throw writeRefused('$pullAll requires an array argument');
      const texts = new Set(operand.map(printEjson));
      pullWhere(place, '$pullAll', (element) => texts.has(printEjson(element)));
    },
  },
};

function arithmetic(name: string, calculate: (current: number | undefined, operand: number) => number) {
  return (place: Place, operand: unknown) => {
    const current = read(place);
    if (typeof operand !== 'number') {
      throw writeRefused(
        `Cannot apply ${name} with non-numeric argument: {${place.key}: ${printEjson(operand)}}`,
      );
    }
    if (current !== undefined && typeof current !== 'number') {
      throw writeRefused(
        `Cannot apply ${name} to a value of non-numeric type: the field '${place.key}' is of type ${typeName(current)}`,
      );
    }
    write(place, calculate(current, operand));
  };
}

function keepTheOneThat(wins: (order: number) => boolean) {
  return (place: Place, operand: unknown) => {
    const current = read(place);
    if (current === undefined || wins(compareBson(operand, current))) write(place, operand);
  };
}

function bit(place: Place, operand: unknown): void {
  const current = read(place) ?? 0;
  if (!isInt32(current)) {
    throw writeRefused(`Cannot apply $bit to a value that is not a 32-bit integer: the field '${place.key}'`);
  }
  const entries = isPlainObject(operand) ? Object.entries(operand) : [];
  if (entries.length === 0) throw writeRefused(`The $bit modifier needs {and: n}, {or: n} or {xor: n}`);
  let result = current;
  for (const [name, mask] of entries) {
    if (!isInt32(mask)) throw writeRefused('The $bit modifier field must be a 32-bit integer');
    if (name === 'and') result &= mask;
    else if (name === 'or') result |= mask;
    else if (name === 'xor') result ^= mask;
    else throw writeRefused(`The $bit modifier only supports 'and', 'or' and 'xor', not '${name}'`);
  }
  write(place, result);
}

function push(place: Place, operand: unknown): void {
  const { $each, $position, $slice, $sort } = pushOptions(operand);
  const array = arrayAt(place, '$push') ?? [];
  const position = typeof $position === 'number' ? $position : array.length;
  const longer = [...array];
  longer.splice(position, 0, ...$each);
  if ($sort !== undefined) longer.sort(comparator($sort));
  write(place, sliced(longer, $slice));
}

function pushOptions(operand: unknown): { $each: unknown[] } & Record<string, unknown> {
  if (!isPlainObject(operand) || !('$each' in operand)) return { $each: [operand] };
  const { $each, ...rest } = operand;
  if (!Array.isArray($each)) throw writeRefused('The argument to $each in $push must be an array');
  for (const name of Object.keys(rest)) {
    if (!['$position', '$slice', '$sort'].includes(name)) {
      throw writeRefused(`Unrecognized clause in $push: ${name}`);
    }
  }
  return { $each, ...rest };
}

function comparator(sort: unknown): (a: unknown, b: unknown) => number {
  if (sort === 1 || sort === -1) return (a, b) => sort * compareBson(a, b);
  if (!isPlainObject(sort)) throw writeRefused('The $sort is invalid: use 1/-1, or {field: 1/-1}');
  const orders = Object.entries(sort).map(([field, order]) => {
    if (order !== 1 && order !== -1) throw writeRefused('The $sort element value must be either 1 or -1');
    return { field, order };
  });
  const valueAt = (element: unknown, field: string) =>
    isPlainObject(element) ? resolve(element, field) : undefined;
  return (a, b) => {
    for (const { field, order } of orders) {
      const result = order * compareBson(valueAt(a, field), valueAt(b, field));
      if (result !== 0) return result;
    }
    return 0;
  };
}

function sliced(array: unknown[], slice: unknown): unknown[] {
  if (slice === undefined) return array;
  if (!Number.isInteger(slice)) throw writeRefused('The value for $slice must be an integer value');
  const count = Number(slice);
  if (count === 0) return [];
  return count > 0 ? array.slice(0, count) : array.slice(count);
}

function addToSet(place: Place, operand: unknown): void {
  const additions = isPlainObject(operand) && '$each' in operand ? operand.$each : [operand];
  if (!Array.isArray(additions)) throw writeRefused('The argument to $each in $addToSet must be an array');
  const array = [...(arrayAt(place, '$addToSet') ?? [])];
  const texts = new Set(array.map(printEjson));
  for (const addition of additions) {
    const text = printEjson(addition);
    if (!texts.has(text)) array.push(addition);
    texts.add(text);
  }
  write(place, array);
}

function pop(place: Place, operand: unknown): void {
  if (operand !== 1 && operand !== -1) throw writeRefused('$pop expects 1 or -1');
  const array = arrayAt(place, '$pop');
  if (array === undefined) return;
  write(place, operand === 1 ? array.slice(0, -1) : array.slice(1));
}

function pullWhere(place: Place, name: string, leaves: (element: unknown) => boolean): void {
  const array = arrayAt(place, name);
  if (array !== undefined)
    write(
      place,
      array.filter((element) => !leaves(element)),
    );
}

/** A condition on the element's fields, operators on the element itself, or a value that it equals. */
function pullTest(operand: unknown): (element: unknown) => boolean {
  if (operand instanceof RegExp) return (element) => typeof element === 'string' && operand.test(element);
  if (!isPlainObject(operand)) {
    const text = printEjson(operand);
    return (element) => printEjson(element) === text;
  }
  if (Object.keys(operand).some((key) => key.startsWith('$'))) {
    const query = new Query({ element: operand }, MINGO);
    return (element) => query.test({ element });
  }
  const query = new Query(operand, MINGO);
  return (element) => isPlainObject(element) && query.test(element);
}

function arrayAt(place: Place, name: string): unknown[] | undefined {
  const current = read(place);
  if (current === undefined || Array.isArray(current)) return current;
  throw writeRefused(
    `Cannot apply ${name} to a non-array value: the field '${place.key}' is of type ${typeName(current)}`,
  );
}

const isInt32 = (value: unknown): value is number => typeof value === 'number' && (value | 0) === value;

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'object') return value.constructor.name.toLowerCase();
  return typeof value;
}
