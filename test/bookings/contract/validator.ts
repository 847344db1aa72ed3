import { type Document, OpenAPIValidator } from 'openapi-backend';
import type { Row } from './description.ts';

/** One request as it came over the wire. */
export interface Captured {
  readonly method: string;
  readonly target: string;
  readonly headers: Record<string, string | string[]>;
  readonly body: string;
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Checks requests and answers by a description with openapi-backend, a library of other people (ajv inside). */
export function validatorOf(document: Row) {
  const validator = new OpenAPIValidator({
    definition: document as unknown as Document,
    // Formats are checked where the page writes them, and not left out as unknown.
    customizeAjv: (ajv) => ajv.addFormat('date-time', moment),
  });
  const faultsOf = (errors: readonly { instancePath: string; message?: string; params: unknown }[] | null | undefined): string[] =>
    (errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);

  return {
    /** What is wrong with a request; the operation is found by method and path alone. */
    request({ method, target, headers, body }: Captured): { operation: string | undefined; faults: string[] } {
      const asked = { method, path: target, headers, ...(body !== '' && { body: JSON.parse(body) as unknown }) };
      const operation = validator.router.matchOperation(asked);
      if (!operation?.operationId) return { operation: undefined, faults: ['no operation is there'] };
      const undocumented = body !== '' && !operation.requestBody ? ['a body that is not described'] : [];
      return {
        operation: operation.operationId,
        faults: [...faultsOf(validator.validateRequest(asked, operation).errors), ...undocumented],
      };
    },
    /** What is wrong with an answer. */
    answer: (operation: string, value: unknown): string[] => faultsOf(validator.validateResponse(value, operation, 200).errors),
  };
}
