import FileSystem

CurrentProcess.end(await Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
