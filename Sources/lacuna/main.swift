import Glibc

// Where a file may not grow any more, writing to it is to fail, as it does on a full disk, and not to end the program.
signal(SIGXFSZ, SIG_IGN)
exit(Program.run(Array(CommandLine.arguments.dropFirst())))
