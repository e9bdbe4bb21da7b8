package dev.wadachi.cli.goal;

/// A pipeline's own code threw while its tasks were being put together. The cause is what it threw.
public final class UserCodeFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    UserCodeFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
