/// Steps in other languages: any program as a task.
///
/// - [Command] is such a task: an argument list, what it reads, what it leaves.
/// - [CommandFailed] is how it fails: the exit code, the last lines, and where its files are.
/// - [Emptiness] says whether an output may be empty.
///
/// ```java
/// Command trained = Command.of("python3", "train.py", "features.csv")
///         .script("train.py")
///         .lock("requirements.lock")
///         .asking("python3", "--version")
///         .input("features.csv", features())
///         .output("predictions.csv");
/// ```
///
/// **From a command to a folder of outputs.** Its files are put into a folder of its own ([WorkFolder]), the program is
/// looked for ([Program]) and run there with few variables of this process ([Surroundings], [ProgramRun]) while what it
/// says goes to the task's log ([Said]); its numbers become metrics ([MetricsFile]), and what it was to leave is moved
/// out ([OutputFiles]).
///
/// No thread is started: a program speaks into a file, which is read while it grows. So a program can say anything at
/// any speed and never waits for a reader, and an interrupt is answered at once.
@NullMarked
@Behaviour(value = "core", version = 1)
package dev.wadachi.command;

import dev.wadachi.task.Behaviour;
import org.jspecify.annotations.NullMarked;
