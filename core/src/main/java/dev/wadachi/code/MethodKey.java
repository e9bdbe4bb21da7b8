package dev.wadachi.code;

/// Which method: its class and name as class files write them, and its descriptor.
record MethodKey(String owner, String name, String descriptor) {

    static final String CONSTRUCTOR = "<init>";
    static final String STATIC_INITIALISER = "<clinit>";

    /// Name and descriptor: what overriding goes by.
    String selector() {
        return name + descriptor;
    }

    MethodKey in(String otherOwner) {
        return new MethodKey(otherOwner, name, descriptor);
    }
}
