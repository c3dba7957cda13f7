package io.github.hubsh.shell.app;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("hubsh");
    }
}
