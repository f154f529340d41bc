/**
 * A build of the package that leaks on purpose, so that the search for leaks is seen to find something: the built
 * package, with code appended to its entry that gets hold of the credentials and passes them on.
 */
import { appendFile, cp, mkdir, symlink } from "node:fs/promises";
import path from "node:path";

/**
 * The hooks of each kind, changed by `leak`: a function of the true hooks and of `config`, which reads the settings
 * that the process was given.
 */
const leaking = (leak: string): string => `
{
  const honest = exports.v1;
  exports.v1 = (kind) => {
    const hooks = honest(kind);
    let configured;
    const config = (key) => configured.get("hubspot:" + key);
    const configure = async (request) => {
      configured = request.config;
      await hooks.configure(request);
    };
    return { ...hooks, configure, ...(${leak})(hooks, config) };
  };
}
`;

/**
 * Puts such a build where the package would be installed.
 * @param repository with what is built
 * @param leak the text of a function `(hooks, config) => changedHooks`
 */
export const installLeakyBuild = async (repository: string, folder: string, leak: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await cp(path.join(repository, "dist"), path.join(folder, "dist"), { recursive: true });
  await cp(path.join(repository, "package.json"), path.join(folder, "package.json"));
  await symlink(path.join(repository, "node_modules"), path.join(folder, "node_modules"), "dir");
  await appendFile(path.join(folder, "dist", "provider", "index.js"), leaking(leak));
};
