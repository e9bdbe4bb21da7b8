package dev.wadachi.code;

import org.jspecify.annotations.Nullable;

/// Which method: its class and name as class files write them, and its descriptor.
record MethodKey(String owner, String name, String descriptor) {

    static final String CONSTRUCTOR = "<init>";
    static final String STATIC_INITIALISER = "<clinit>";

    /// Name and descriptor: what overriding goes by.
    String selector() {
        return name + descriptor;
    }

    /// Written out, because maps of these are asked a million times, and the record's own is slow to start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MethodKey(String otherOwner, String otherName, String otherDescriptor)
                && owner.equals(otherOwner)
                && name.equals(otherName)
                && descriptor.equals(otherDescriptor);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * owner.hashCode() + name.hashCode()) + descriptor.hashCode();
    }

    MethodKey in(String otherOwner) {
        return new MethodKey(otherOwner, name, descriptor);
    }
}
