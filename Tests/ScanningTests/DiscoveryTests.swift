import Foundation
import InventoryModel
import Parallelism
import Scanning
import Testing

@Suite struct DiscoveryTests {
  private func discover(_ paths: String..., classifier: FileClassifier = FileClassifier()) async throws -> SourceFiles {
    try await Discovery.files(in: paths, classifier: classifier, parallel: Parallel(width: 4))
  }

  private static let sources = [
    "a.py": "", "b/c.go": "", "b/d.ts": "", "b/e.txt": "", "b/go.mod": "module x", ".hidden/f.lua": "", "g.swift": "",
    "noending": "", "b/.py": "",
  ]

  @Test func `a walk finds sources in order`() async throws {
    let tree = try TemporaryTree(Self.sources)
    let found = try await discover(tree.path)
    #expect(found.files.map(\.path) == [".hidden/f.lua", "a.py", "b/c.go", "b/d.ts", "g.swift"])
    #expect(found.goModules == ["b/go.mod"])
    #expect(found.root == tree.path)
  }

  @Test func `a walk keeps only few folders open at a time`() async throws {
    let names = (0..<1_500).map { "f\($0 / 50)/g\($0)/h.py" }
    let tree = try TemporaryTree(Dictionary(uniqueKeysWithValues: names.map { ($0, "") }))
    let found = try await discover(tree.path)
    #expect(found.files.map(\.path) == names.sorted())
    #expect(found.skipped.isEmpty)
  }

  @Test func `in a work tree git says what there is`() async throws {
    let tree = try TemporaryTree(Self.sources)
    try tree.write("ignored/\n", to: ".gitignore")
    try tree.commit()
    try tree.write("", to: "ignored/x.py")
    try tree.write("", to: "new.py")
    #expect(
      try await discover(tree.path).files.map(\.path)
        == [".hidden/f.lua", "a.py", "b/c.go", "b/d.ts", "g.swift", "new.py"])
    #expect(try await discover(tree.path + "/b").files.map(\.path) == ["c.go", "d.ts"])
    #expect(try await discover(tree.path + "/ignored").files.map(\.path) == ["x.py"])
  }

  @Test func `names of every kind come through git`() async throws {
    let names = ["ü.py", "a b.py", "tab\there.py", "new\nline.py", "100644 x.py", "-x.py"]
    let tree = try TemporaryTree(Dictionary(uniqueKeysWithValues: names.map { ($0, "") }))
    let walked = try await discover(tree.path).files.map(\.path)
    try tree.commit()
    #expect(try await discover(tree.path).files.map(\.path) == walked)
    #expect(Set(walked) == Set(names))
  }

  @Test func `repositories inside a repository are read too`() async throws {
    let inner = try TemporaryTree(["lib.py": ""])
    try inner.commit()
    let tree = try TemporaryTree(["main.py": ""])
    try tree.commit()
    try tree.run("git -c protocol.file.allow=always submodule add -q '\(inner.path)' sub")
    try tree.run("cp -r '\(inner.path)' untracked")
    #expect(try await discover(tree.path).files.map(\.path) == ["main.py", "sub/lib.py", "untracked/lib.py"])
  }

  @Test func `a hostile git configuration runs nothing`() async throws {
    let tree = try TemporaryTree(["a.py": "", "hook.sh": "#!/bin/sh\ntouch '$TREE/touched'\n"])
    try tree.commit()
    try tree.run(
      """
      printf '#!/bin/sh\\ntouch "\(tree.path)/touched"\\n' > evil; chmod +x evil
      for key in core.fsmonitor core.sshCommand core.pager core.editor core.askPass core.gitProxy credential.helper \
        diff.external filter.x.clean filter.x.smudge filter.x.process core.alternateRefsCommand uploadpack.packObjectsHook
      do git config $key "\(tree.path)/evil"; done
      git config alias.ls-files '!\(tree.path)/evil'
      git config pager.ls-files true
      git config extensions.partialClone evil
      git config remote.evil.url 'ext::\(tree.path)/evil'
      git config remote.evil.promisor true
      echo '*.py filter=x' > .gitattributes
      mkdir -p .git/hooks; for hook in post-index-change fsmonitor-watchman post-checkout; do cp evil .git/hooks/$hook; done
      touch a.py
      """)
    #expect(try await discover(tree.path).files.map(\.path) == ["a.py"])
    #expect(!tree.exists("touched"))
  }

  @Test(.timeLimit(.minutes(1))) func `links, loops, pipes and sockets are no way out`() async throws {
    let outside = try TemporaryTree(["secret.py": "redis"])
    let tree = try TemporaryTree(["in/a.py": ""])
    try tree.run(
      """
      ln -s . in/loop; ln -s ../in up; ln -s '\(outside.path)' out; ln -s '\(outside.path)/secret.py' link.py
      ln -s nothing dangling.py; mkfifo pipe.py
      """)
    let found = try await discover(tree.path)
    #expect(found.files.map(\.path) == ["dangling.py", "in/a.py", "link.py", "pipe.py"])
    try tree.commit()
    #expect(try await discover(tree.path).files.map(\.path) == ["dangling.py", "in/a.py", "link.py"])
  }

  @Test func `a folder of the index that has become a link is not followed`() async throws {
    let outside = try TemporaryTree(["a.py": ""])
    let tree = try TemporaryTree(["in/a.py": "", "b.py": ""])
    try tree.commit()
    try tree.run("rm -r in; ln -s '\(outside.path)' in")
    let found = try await discover(tree.path)
    #expect(found.files.map(\.path) == ["b.py"])
    #expect(found.skipped.map(\.path) == ["in/a.py"])
  }

  @Test func `files and several folders can be named`() async throws {
    let tree = try TemporaryTree(["x/a.py": "", "x/b.py": "", "y/c.go": "", "z.lua": ""])
    #expect(try await discover(tree.path + "/x/a.py").files.map(\.path) == ["a.py"])
    let found = try await discover(tree.path + "/x/a.py", tree.path + "/y", tree.path + "/x")
    #expect(found.files.map(\.path) == ["x/a.py", "x/b.py", "y/c.go"])
    #expect(found.root == tree.path)
  }

  @Test func `a vendored file that is named is read, and not left out for its folder`() async throws {
    let tree = try TemporaryTree(["vendor/a.py": "", "b.py": ""])
    let found = try await discover(tree.path, tree.path + "/vendor/a.py", classifier: try FileConventions.standard())
    #expect(found.files.map(\.path) == ["b.py", "vendor/a.py"])
    #expect(found.skipped.isEmpty)
  }

  @Test func `what cannot be scanned is refused`() async throws {
    let tree = try TemporaryTree(["a.txt": ""])
    await #expect(throws: DiscoveryError.missing(path: tree.path + "/none")) { try await discover(tree.path + "/none") }
    await #expect(throws: DiscoveryError.unknownKind(path: tree.path + "/a.txt")) {
      try await discover(tree.path + "/a.txt")
    }
  }

  @Test func `vendored and excluded files are counted`() async throws {
    var classifier = try FileConventions.standard()
    classifier.exclude = [try GlobSet(["*_old.py"])]
    let tree = try TemporaryTree([
      "a.py": "", "a_old.py": "", "node_modules/x/i.js": "", "go/vendor/y/y.go": "", "z_pb2.py": "", "j.min.js": "",
    ])
    let walked = try await discover(tree.path, classifier: classifier)
    #expect(walked.files.map(\.path) == ["a.py"])
    #expect(walked.skipped.map(\.reason) == [.excluded, .vendored, .minified, .vendored, .generated])
    classifier.include = [try GlobSet(["vendor"])]
    #expect(try await discover(tree.path, classifier: classifier).files.map(\.path) == ["a.py", "go/vendor/y/y.go"])
  }
}
