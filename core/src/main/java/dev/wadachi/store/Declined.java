package dev.wadachi.store;

/// A store in good order declines what was asked of it: something is another project's, was done already, or is not
/// there. Its message says what to ask instead.
public final class Declined extends StoreException {

    private static final long serialVersionUID = 1L;

    public Declined(String message) {
        super(message);
    }
}
