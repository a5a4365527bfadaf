import type { Item, Work } from '../../case/dispute.ts';
import type { NoticeContent } from '../../case/notice.ts';
import { toUri } from '../addresses.ts';
import { cut, fileNameOf } from './files.ts';
import type { Target } from './files.ts';

/** XARF v4 copyright types that fit a page on the web. */
export type XarfType = 'copyright' | 'ugc_platform' | 'link_site' | 'cyberlocker';

const FILE =
  /\.(?:zip|rar|7z|tar|gz|iso|exe|apk|dmg|pdf|epub|mobi|azw3|cbz|cbr|safetensors|ckpt|gguf|mp4|mkv|avi|mp3|flac)$/i;

/** The type of an item at a recipient: a page of links, a platform of users' uploads, a store of files, or other. */
export function xarfTypeFor(content: NoticeContent, target: Target): XarfType {
  const { serviceClass, role } = content.provider;
  if (serviceClass === 'search_link' || target.item.mode === 'link') return 'link_site';
  const platform = role === 'platform' || serviceClass === 'ai_model' || serviceClass === 'ecommerce';
  if (!platform) return 'copyright';
  return serviceClass === 'hosting' && FILE.test(fileNameOf(target.url)) ? 'cyberlocker' : 'ugc_platform';
}

/** The fields of a type. Names and lists of values are those of the public v4 schemas. */
export function fieldsOfType(
  type: XarfType,
  content: NoticeContent,
  target: Target,
): Record<string, unknown> {
  const { item, work, capture } = target;
  const shared = {
    infringing_url: toUri(target.url) ?? '',
    ...(work ? { work_title: cut(work.title, 500) } : {}),
    ...(content.holder ? { rights_holder: cut(content.holder.legalName, 200) } : {}),
  };
  const uploader = item.account ? { uploader_info: { username: cut(item.account, 200) } } : {};
  const category = work ? { work_category: CATEGORY[type]?.[work.kind] ?? 'other' } : {};
  const provider = cut(content.provider.name, 200);
  if (type === 'copyright') {
    // Nothing where nobody said how the work is used: the schema does not ask for it.
    const kind = PLAIN_MODE[item.mode];
    return { ...shared, ...original(work), ...(kind === undefined ? {} : { infringement_type: kind }) };
  }
  if (type === 'ugc_platform') {
    const title = capture?.title ? { content_info: { content_title: cut(capture.title, 500) } } : {};
    const kind = UGC_MODE[item.mode];
    return {
      ...shared,
      platform_name: provider,
      ...title,
      ...uploader,
      ...category,
      ...(kind === undefined ? {} : { infringement_type: kind }),
    };
  }
  if (type === 'cyberlocker') {
    return {
      ...shared,
      hosting_service: provider,
      file_info: { filename: cut(fileNameOf(target.url), 500) },
      ...uploader,
      ...category,
      takedown_info: { previous_requests: content.version - 1 },
    };
  }
  return { ...shared, site_name: provider, ...linkFields(target), ...category };
}

function linkFields(target: Target): Record<string, unknown> {
  const { item, capture } = target;
  const links = item.urls.filter((url) => url !== target.url && URL.canParse(url));
  return {
    link_info: {
      ...(capture?.title ? { page_title: cut(capture.title, 500) } : {}),
      ...(item.account ? { uploader: cut(item.account, 200) } : {}),
      ...(links.length > 0 ? { link_count: links.length } : {}),
    },
    ...(links.length > 0
      ? {
          linked_content: links
            .slice(0, 50)
            .map((url) => ({ target_url: toUri(url) ?? '', link_type: linkType(url, item) })),
        }
      : {}),
  };
}

function linkType(url: string, item: Item): string {
  if (url.startsWith('magnet:')) return 'magnet_link';
  const name = fileNameOf(url);
  if (name.endsWith('.torrent')) return 'torrent_file';
  if (item.mode === 'stream' || /\.(?:m3u8|mpd)$/i.test(name)) return 'streaming_link';
  return FILE.test(name) ? 'direct_download' : 'other';
}

function original(work: Work | undefined): Record<string, unknown> {
  const url = work?.authorisedUrls.find((one) => URL.canParse(one));
  return url === undefined ? {} : { original_url: toUri(url) ?? '' };
}

const PLAIN_MODE: Readonly<Partial<Record<Item['mode'], string>>> = {
  'full-copy': 'direct_copy',
  'partial-copy': 'direct_copy',
  adaptation: 'modified_copy',
  link: 'distribution',
  stream: 'streaming',
  'model-training-output': 'modified_copy',
};

const UGC_MODE: Readonly<Partial<Record<Item['mode'], string>>> = {
  'full-copy': 'full_work',
  'partial-copy': 'substantial_portion',
  adaptation: 'remix_unauthorized',
  'model-training-output': 'remix_unauthorized',
};

type Categories = Readonly<Partial<Record<Work['kind'], string>>>;

/** Categories that each type's list knows; all else is `other`. */
const CATEGORY: Readonly<Partial<Record<XarfType, Categories>>> = {
  ugc_platform: { film: 'movie', series: 'tv_show', music: 'music' },
  cyberlocker: {
    film: 'movie',
    series: 'tv_show',
    music: 'music',
    software: 'software',
    literary: 'ebook',
    comic: 'ebook',
    game: 'game',
  },
  link_site: {
    film: 'movie',
    series: 'tv_show',
    music: 'music',
    software: 'software',
    literary: 'ebook',
    comic: 'ebook',
    game: 'game',
  },
};
