package dev.wadachi.code;

/// Something that a method's code refers to, and that the walk has to follow.
sealed interface Reference {

    /// A call of exactly this method (static, private, super, constructor), found in the named class or above it.
    record Exact(MethodKey target) implements Reference {}

    /// A call that an override may answer.
    record Virtual(MethodKey target) implements Reference {}

    /// A read or write of a static field, which initialises the class that declares it.
    record StaticField(String owner, String name) implements Reference {}

    /// An object of this type comes into being. For a lambda it is the functional interface.
    record Created(String type) implements Reference {}

    /// A type is named: cast to, tested for, caught.
    record Mentioned(String type) implements Reference {}

    /// A type's class object is loaded, of which one may ask what it looks like: `EnumSet.allOf(Shop.class)`.
    record AskedAbout(String type) implements Reference {}
}
