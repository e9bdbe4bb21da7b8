package dev.wadachi.task;

/// A task whose output stays outside, and which can tell whether it is still as it was left.
///
/// At each look-up the stamp is asked again; when it moved, the result is no hit and the task runs.
public interface Outside extends Task<External> {

    /// The state that the output is in now.
    ///
    /// @throws Exception if the outside cannot be asked; the task then runs again
    Stamp stamp(External output, Resources from) throws Exception;
}
