import dev.wadachi.task.*;
import java.util.*;

interface Shape {}

class Base {}

class Circle extends Base implements Shape {}

record Train(int size) implements Task<Object> {
    public Object run(Context in) {
        return Shape.class.isAssignableFrom(Circle.class);
    }
}
