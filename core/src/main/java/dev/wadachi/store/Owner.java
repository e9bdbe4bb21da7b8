package dev.wadachi.store;

import java.util.Optional;

/// Who opened a store: one of the projects that share it, one that has it to itself, or somebody outside all projects.
///
/// Of what projects are called, an empty name is nobody's that is known: as old programs left it, everybody's.
///
/// @param project what it is called; empty outside of all projects
/// @param sight whose results look-ups show
record Owner(String project, StoreOptions.Sight sight) {

    /// Whether look-ups show what a project did.
    boolean sees(String other) {
        return sight == StoreOptions.Sight.ALL || project.isEmpty() || isOwn(other);
    }

    /// Whether it may change what a project did. Who has a store to itself may, whatever it was called before; who is
    /// outside of all projects sees everything, and owns nothing.
    boolean owns(String other) {
        return isOwn(other) || sight == StoreOptions.Sight.ALL && !project.isEmpty();
    }

    /// The name of the project that did something, where that is another than this one.
    Optional<String> other(String project) {
        return Optional.of(project).filter(name -> !isOwn(name));
    }

    private boolean isOwn(String other) {
        return other.isEmpty() || other.equals(project);
    }

    /// Why something is not to be changed from here, and what to do; empty if it may be.
    ///
    /// @param what it and what it is, such as `shop/forecast is a name`
    /// @param other whose it is
    Optional<String> objection(String what, String other) {
        return owns(other)
                ? Optional.empty()
                : Optional.of(what + " of project " + other + ", and this is "
                        + (project.isEmpty() ? "outside of all projects" : project) + "; do that in " + other
                        + ", or say --take-over if " + other + " agrees");
    }
}
