import FileSystem

CurrentProcess.takeMemoryInLargeSteps()
CurrentProcess.end(await Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
