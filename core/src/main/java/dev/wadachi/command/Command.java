package dev.wadachi.command;

import dev.wadachi.task.Added;
import dev.wadachi.task.Context;
import dev.wadachi.task.Effort;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Insignificant;
import dev.wadachi.task.OwnTraits;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A step in another language: a program that is run on files and leaves files, as a task.
///
/// ```java
/// Command trained = Command.of("python3", "train.py", "features.csv", "--trees", "200")
///         .script("train.py")
///         .lock("requirements.lock")
///         .asking("python3", "--version")
///         .input("features.csv", features())
///         .output("predictions.csv");
/// Task<Table> predictions = TableFile.of(trained, "predictions.csv");
/// ```
///
/// The program runs in a folder made for it alone. There lie its *inputs*, values of other tasks, each as a file whose
/// ending says the form; its *scripts*, under their own paths; and there it leaves its *outputs*. So the arguments are
/// what one would type in that folder; no shell is asked, and no word of them is changed. Inputs are copies: whatever
/// the program does to them, the store's bytes stay.
///
/// **What counts**: the arguments, the contents of inputs, scripts and lock files, what programs answer that are asked,
/// the named digests of the environment, the declared variables, and which outputs are declared. The program itself and
/// its libraries do not, unless [#asking] or [#environment] says so.
///
/// **What it says** on standard output and error is the task's log, line by line. A line `progress 0.3 fitting` is its
/// progress. A file `metrics.json` that it leaves, `{"mae": 17.2, "loss": [0.9, 0.4]}`, is recorded as metrics.
///
/// **What it sees** of this process's variables is `PATH`, `HOME` and their like; `LC_ALL`, `TZ` and `PYTHONHASHSEED`
/// are set so that programs say the same everywhere; `WADACHI_CHECKPOINT` names a folder that outlives failures and
/// kills, for a training that goes on where it was.
///
/// Within the body of a task of one's own it runs with that task's name, claims and retries: `Command.of(…)….run(in)`.
///
/// @param arguments the program and its arguments
/// @param inputs the tasks whose values it reads, by the names of their files
/// @param files the project's files that count, by their paths
/// @param answers what programs say of themselves, by the question
/// @param environment named digests of what it runs in, such as a container image's
/// @param variables environment variables that it gets and that count
/// @param secrets environment variables that do not count: `resource.setting` by their names
/// @param outputs the files and folders that it leaves
/// @param mayBeEmpty those of them that may be empty
/// @param standardInput which of its files it reads as standard input; an empty one if none is named
/// @param standardOutput which output its standard output is; the log if none is named
/// @param limit how long it may take
/// @param name what it is called in place of `Command`; it counts as every task's name does
/// @param effort what it claims, and how often it is tried
public record Command(
        List<String> arguments,
        Map<String, Task<?>> inputs,
        Map<String, Task<Folder>> files,
        Map<String, Task<String>> answers,
        @Added("{}") Map<String, String> environment,
        @Added("{}") Map<String, String> variables,
        @Insignificant Map<String, String> secrets,
        Set<String> outputs,
        @Added("[]") Set<String> mayBeEmpty,
        @Added("none") Optional<String> standardInput,
        @Added("none") Optional<String> standardOutput,
        @Insignificant Optional<Duration> limit,
        @Insignificant Optional<String> name,
        @Insignificant Effort effort)
        implements Task<Folder>, OwnTraits {

    /// Refuses, all at once, names that lead elsewhere or clash, and inputs that have no such form.
    public Command {
        arguments = List.copyOf(arguments);
        inputs = Map.copyOf(inputs);
        files = Map.copyOf(files);
        answers = Map.copyOf(answers);
        environment = Map.copyOf(environment);
        variables = Map.copyOf(variables);
        secrets = Map.copyOf(secrets);
        outputs = Set.copyOf(outputs);
        mayBeEmpty = Set.copyOf(mayBeEmpty);
        refuse(check(arguments, inputs, files, outputs).problems(variables, secrets), arguments);
    }

    private static CommandCheck check(
            List<String> arguments, Map<String, Task<?>> inputs, Map<String, Task<Folder>> files, Set<String> outputs) {
        return new CommandCheck(arguments, inputs, files.keySet(), outputs);
    }

    private static void refuse(List<String> problems, List<String> arguments) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "the command " + CommandLine.of(arguments) + " cannot be run:\n  " + String.join("\n  ", problems));
        }
    }

    /// A program and its arguments, as one would type them, a text each.
    ///
    /// The program is looked for on the `PATH`; with a `/` in it, as `.venv/bin/python`, in the command's folder and
    /// then in the project.
    public static Command of(String program, String... arguments) {
        return new Draft(words(program, arguments)).command();
    }

    private static List<String> words(String program, String... arguments) {
        return Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
    }

    private Command but(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.command();
    }

    /// The same with more arguments, for those that come from parameters.
    public Command with(String... more) {
        return but(draft -> draft.arguments.addAll(List.of(more)));
    }

    /// The same, reading a value as a file. The ending says the form: a table goes to `.csv`, `.parquet`, `.json` or
    /// `.jsonl`, records and numbers to `.json`, a text to any; a folder or a model becomes a folder of that name.
    ///
    /// @throws IllegalArgumentException if the value has no such form, or the name leads elsewhere
    public Command input(String file, Task<?> value) {
        return but(draft -> Draft.put(draft.inputs, file, value));
    }

    /// The same, with scripts of the project whose contents count: files, or folders with all that is in them. They lie
    /// under their own paths, and may be executed.
    ///
    /// @param paths relative to the project
    public Command script(String... paths) {
        return but(draft -> List.of(paths).forEach(path -> Draft.put(draft.files, path, new ProjectFiles(path))));
    }

    /// The same, with a file of the project that says which packages are installed: when it changes, the program runs
    /// again. It installs nothing.
    ///
    /// @param path relative to the project
    public Command lock(String path) {
        return script(path);
    }

    /// The same, with a question whose answer counts, such as `python3 --version` or `pip freeze`. It is asked at every
    /// run, so it should be quick.
    public Command asking(String program, String... arguments) {
        List<String> question = words(program, arguments);
        return but(draft -> Draft.put(draft.answers, String.join(" ", question), new Answer(question)));
    }

    /// The same, with something that it runs in and that counts by its digest: `environment("image", "sha256:…")`.
    public Command environment(String name, String digest) {
        return but(draft -> Draft.put(draft.environment, name, digest));
    }

    /// The same, with an environment variable, which counts.
    public Command variable(String name, String value) {
        return but(draft -> Draft.put(draft.variables, name, value));
    }

    /// The same, with an environment variable that is secret: it does not count, and `***` stands for it in the log.
    ///
    /// @param setting a resource and one of its settings, such as `warehouse.password` for `password` of
    ///     `[resources.warehouse]` in `wadachi.toml`
    public Command secret(String name, String setting) {
        return but(draft -> Draft.put(draft.secrets, name, setting));
    }

    /// The same, leaving a file or a folder of this name, which must not be empty.
    public Command output(String name) {
        return output(name, Emptiness.REFUSED);
    }

    /// The same, leaving a file or a folder of this name.
    public Command output(String name, Emptiness emptiness) {
        return but(draft -> {
            draft.outputs.add(name);
            if (emptiness == Emptiness.ALLOWED) {
                draft.mayBeEmpty.add(name);
            }
        });
    }

    /// The same, reading one of its files as standard input.
    public Command standardInput(String file) {
        return but(draft -> draft.standardInput = Optional.of(file));
    }

    /// The same, with its standard output as an output of this name in place of the log, as filters have it.
    public Command standardOutput(String file) {
        return but(draft -> {
            draft.outputs.add(file);
            draft.standardOutput = Optional.of(file);
        });
    }

    /// The same, ended with all that it started when it takes longer. Does not count.
    public Command limit(Duration atMost) {
        return but(draft -> draft.limit = Optional.of(atMost));
    }

    /// The same under a name of its own, such as `Fit`: in listings and logs, and wherever a task is named.
    ///
    /// @param task letters, digits, `.`, `_` and `-`; no other task's name
    public Command named(String task) {
        return but(draft -> draft.name = Optional.of(task));
    }

    /// The same, claiming so many processor cores while it runs. Does not count, as no claim does.
    public Command cores(int number) {
        return but(draft -> draft.effort = draft.effort.cores(number));
    }

    /// The same, claiming memory while it runs: `512MB`, `4GB`.
    public Command memory(String amount) {
        return but(draft -> draft.effort = draft.effort.memory(amount));
    }

    /// The same, claiming so many GPUs while it runs.
    public Command gpus(int number) {
        return but(draft -> draft.effort = draft.effort.gpus(number));
    }

    /// The same, tried again so often if it fails: a second later, then after twice as long each time.
    public Command retries(int times) {
        return but(draft -> draft.effort = draft.effort.retries(times));
    }

    /// One of its outputs as text.
    ///
    /// @throws IllegalArgumentException if it is no output of this command
    public Task<String> text(String output) {
        return new TextFile(this, CommandCheck.declared(output, outputs));
    }

    /// One of its outputs that is a folder, as a folder.
    ///
    /// @throws IllegalArgumentException if it is no output of this command
    public Task<Folder> folder(String output) {
        return new Subfolder(this, CommandCheck.declared(output, outputs));
    }

    /// Runs the program.
    ///
    /// @throws CommandFailed if it fails, or does not leave what is declared
    @Override
    public Folder run(Context in) throws IOException, InterruptedException {
        refuse(check(arguments, inputs, files, outputs).gaps(standardInput, standardOutput), arguments);
        return new CommandRun(this, in).run();
    }
}
