/** A generated project as Pulumi would run it: what its program declares. */
import ts from "typescript";
import { associationTypes } from "../../../sdk/associationTypes";
import type { Properties } from "../../../provider/lifecycle/resource";
import type { Imported } from "../../../cli/generate/importFile";

/** A resource as the program declares it. */
export interface Declared {
  readonly kind: string;
  readonly name: string;
  readonly args: Properties;
}

/** Runs a program with the SDK's classes replaced by ones that take note. */
export const declaredBy = (program: string): ReadonlyArray<Declared> => {
  const declared: Declared[] = [];
  const noting = (kind: string) =>
    class {
      constructor(name: string, args: Properties) {
        declared.push({ kind, name, args });
      }
    };
  const sdk = {
    associationTypes,
    AssociationLabel: noting("AssociationLabel"),
    AssociationConfiguration: noting("AssociationConfiguration"),
  };
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  new Function("require", "exports", outputText)(() => sdk, {});
  return declared;
};

export const kindOf = ({ type }: Imported): string => type.replace(/^.*:/, "");

/** Pulumi's own property is not the provider's to see. */
export const withoutProvider = ({ __provider: _, ...properties }: Properties): Properties => properties;
