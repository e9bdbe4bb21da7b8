package dev.wadachi.learn;

/// A hyperparameter under inspection.
record Range(String name, double value) {

    static Range of(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, but was " + value);
        }
        return new Range(name, value);
    }

    Range atLeast(double least) {
        return require(value >= least, "at least", least);
    }

    Range above(double bound) {
        return require(value > bound, "above", bound);
    }

    Range atMost(double most) {
        return require(value <= most, "at most", most);
    }

    private Range require(boolean holds, String relation, double bound) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s must be %s %s, but was %s".formatted(name, relation, text(bound), text(value)));
        }
        return this;
    }

    private static String text(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
