// The draft that the browser keeps on this computer, and whether it may: IndexedDB, one record of each.

const store = "drafts";

function database() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("gongkai", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore(mode, act) {
  const opened = await database();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = opened.transaction(store, mode);
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    opened.close();
  }
}

/** { report, previous, title, when } as it was kept, or undefined. Rejects where the browser keeps nothing. */
export const keptDraft = () => inStore("readonly", (drafts) => drafts.get("draft"));
export const keepDraft = (draft) => inStore("readwrite", (drafts) => drafts.put(draft, "draft"));
export const dropDraft = () => inStore("readwrite", (drafts) => drafts.delete("draft"));

/** Whether the user wants drafts to be kept: yes, unless it was switched off. */
export const draftsAreWanted = async () => (await inStore("readonly", (drafts) => drafts.get("wanted"))) !== false;
/** Where they are not wanted the draft goes too. */
export const wantDrafts = (are) =>
  inStore("readwrite", (drafts) => {
    if (!are) {
      drafts.delete("draft");
    }
    return drafts.put(are, "wanted");
  });
