package dev.wadachi.engine;

/// A run whose goals do not all have a value. Carries the report; its cause is the first failure's.
public final class RunFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Report report;

    RunFailed(Report report) {
        super(
                FailureText.of(report),
                report.failures().isEmpty()
                        ? null
                        : report.failures().getFirst().cause());
        this.report = report;
    }

    /// What came of the run.
    public Report report() {
        return report;
    }
}
