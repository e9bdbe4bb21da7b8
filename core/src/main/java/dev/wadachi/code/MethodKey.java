package dev.wadachi.code;

import org.jspecify.annotations.Nullable;

/// Which method: its class and name as class files write them, and its descriptor.
///
/// Maps of these are asked a million times in a process that has just started, so hash and selector are kept.
final class MethodKey {

    static final String CONSTRUCTOR = "<init>";
    static final String STATIC_INITIALISER = "<clinit>";

    private final String owner;
    private final String name;
    private final String descriptor;
    private final String selector;
    private final int hash;

    MethodKey(String owner, String name, String descriptor) {
        this(owner, name, descriptor, name + descriptor);
    }

    private MethodKey(String owner, String name, String descriptor, String selector) {
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
        this.selector = selector;
        this.hash = 31 * owner.hashCode() + selector.hashCode();
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    String descriptor() {
        return descriptor;
    }

    /// Name and descriptor: what overriding goes by.
    String selector() {
        return selector;
    }

    MethodKey in(String otherOwner) {
        return otherOwner.equals(owner) ? this : new MethodKey(otherOwner, name, descriptor, selector);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof MethodKey key
                        && hash == key.hash
                        && selector.equals(key.selector)
                        && owner.equals(key.owner));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return owner + "." + selector;
    }
}
